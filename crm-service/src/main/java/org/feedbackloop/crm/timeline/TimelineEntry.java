package org.feedbackloop.crm.timeline;

import java.time.Instant;
import java.util.Map;
import org.feedbackloop.event.CaseId;
import org.feedbackloop.event.CustomerId;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.EventId;
import org.feedbackloop.event.FeedbackId;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened.
 *
 * @param id the event that it is
 * @param happenedAt decides the order
 * @param recordedAt when we learnt it
 * @param correlation the feedback that began it all
 * @param causation the event that led here
 * @param detail what a reader wants to see, as JSON will show it
 */
public record TimelineEntry(
        EventId id,
        CustomerId customer,
        TimelineKind kind,
        Instant happenedAt,
        Instant recordedAt,
        FeedbackId correlation,
        EventId causation,
        @Nullable CaseId caseId,
        Map<String, Object> detail) {

    /** The entry for an event, which happened and was learnt when the event says. */
    public static TimelineEntry of(
            Event<?> event,
            CustomerId customer,
            TimelineKind kind,
            @Nullable CaseId caseId,
            Map<String, Object> detail) {
        return new TimelineEntry(
                event.id(),
                customer,
                kind,
                event.time(),
                event.recordedTime(),
                event.correlationId(),
                event.causationId(),
                caseId,
                detail);
    }

    /** Redacted: the detail holds a customer's words. */
    @Override
    public String toString() {
        return "TimelineEntry[" + id + ", " + kind.wireName() + "]";
    }
}
