package org.feedbackloop.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.feedbackloop.event.CloudEvents;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.EventId;
import org.feedbackloop.event.EventType;
import org.feedbackloop.event.FeedbackId;
import org.feedbackloop.event.Topics;
import org.feedbackloop.event.WireMessage;
import org.feedbackloop.event.v1.About;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.event.v1.Contact;
import org.feedbackloop.event.v1.ContactKind;
import org.feedbackloop.event.v1.FeedbackReceived;

/** Events to send around, and the records that a consumer would see of them. */
final class Feedbacks {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private Feedbacks() {}

    /** The n-th thing that somebody said. */
    static Event<FeedbackReceived> said(String who, int n) {
        EventId id = EventId.named("feedbacks", who, Integer.toString(n));
        FeedbackId feedback = FeedbackId.from(id);
        return new Event<>(
                id,
                EventType.FEEDBACK_RECEIVED,
                "/intake-service",
                NOON,
                NOON,
                feedback.toString(),
                feedback,
                id,
                who,
                null,
                new FeedbackReceived(
                        feedback,
                        Channel.COMMENT,
                        "test",
                        "northwind",
                        List.of(new Contact(ContactKind.EMAIL, who + "@example.org")),
                        null,
                        null,
                        "Замечание " + n,
                        null,
                        null,
                        null,
                        About.NOTHING));
    }

    /** All that somebody said, in that order. */
    static List<Event<FeedbackReceived>> manySaid(String who, int count) {
        return IntStream.range(0, count).mapToObj(n -> said(who, n)).toList();
    }

    static ConsumerRecord<byte[], byte[]> recordOf(Event<?> event) {
        WireMessage message = CloudEvents.write(event);
        ConsumerRecord<byte[], byte[]> record = record(event.partitionKey(), message.data());
        message.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return record;
    }

    /** A record with nothing in its headers. */
    static ConsumerRecord<byte[], byte[]> record(String key, byte[] value) {
        return new ConsumerRecord<>(Topics.FEEDBACK_RECEIVED, 3, 4711, key.getBytes(UTF_8), value);
    }
}
