package org.feedbackloop.event;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, with what is needed to tell why, when, and to whom.
 *
 * @param id the same at every retry of the same cause
 * @param source the service that says so, for example {@code /intake-service}
 * @param time when it happened
 * @param recordedTime when we learnt it; never the same thing as {@code time}, even where the two are equal
 * @param subject what it is about: the id of a feedback, customer, case or follow-up
 * @param correlationId the feedback that began it all
 * @param causationId the event that led here; of the first event, its own id
 * @param partitionKey events with the same key keep their order; never a raw address
 * @param traceparent W3C trace context, if a trace is under way
 */
public record Event<T extends Record>(
        EventId id,
        EventType<T> type,
        String source,
        Instant time,
        Instant recordedTime,
        String subject,
        FeedbackId correlationId,
        EventId causationId,
        String partitionKey,
        @Nullable String traceparent,
        T data) {

    public Event {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(recordedTime, "recordedTime");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(correlationId, "correlationId");
        Objects.requireNonNull(causationId, "causationId");
        Objects.requireNonNull(partitionKey, "partitionKey");
        Objects.requireNonNull(data, "data");
    }

    /**
     * The next event in the chain that this one belongs to. Its id follows from this one's id, its type and its subject, so
     * that handling this event twice yields the same next event twice.
     */
    public <N extends Record> Event<N> leadsTo(
            EventType<N> next, String source, Instant time, Instant recordedTime, String subject, String key, N data) {
        EventId nextId = EventId.named(id.toString(), next.topic(), subject);
        return new Event<>(
                nextId, next, source, time, recordedTime, subject, correlationId, id, key, traceparent, data);
    }

    public Event<T> withTraceparent(@Nullable String newTraceparent) {
        return new Event<>(
                id,
                type,
                source,
                time,
                recordedTime,
                subject,
                correlationId,
                causationId,
                partitionKey,
                newTraceparent,
                data);
    }
}
