package org.feedbackloop.journey.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.feedbackloop.event.CloudEvents;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.EventId;
import org.feedbackloop.event.EventType;
import org.feedbackloop.event.FeedbackId;
import org.feedbackloop.event.WireMessage;
import org.feedbackloop.event.v1.About;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.event.v1.Contact;
import org.feedbackloop.event.v1.ContactKind;
import org.feedbackloop.event.v1.FeedbackReceived;
import org.feedbackloop.event.v1.FeedbackRouted;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.event.v1.Finding;
import org.feedbackloop.event.v1.Obligation;
import org.feedbackloop.event.v1.Priority;

/** Questions that customers asked one after another, as routing-service would have published them. */
final class RoutedFeedback {

    private static final Instant BEGIN = Instant.parse("2026-11-23T08:00:00Z");

    private RoutedFeedback() {}

    static void fill(String bootstrapServers, int events, int customers) {
        Map<String, Object> settings =
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers, ProducerConfig.LINGER_MS_CONFIG, 20);
        var bytes = new ByteArraySerializer();
        try (var producer = new KafkaProducer<>(settings, bytes, bytes)) {
            for (int i = 0; i < events; i++) {
                Event<FeedbackRouted> event = question(i, "customer-" + i % customers + "@example.org");
                WireMessage message = CloudEvents.write(event);
                var record = new ProducerRecord<>(
                        event.type().topic(), event.partitionKey().getBytes(UTF_8), message.data());
                message.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
                producer.send(record);
            }
            producer.flush();
        }
    }

    private static Event<FeedbackRouted> question(int number, String email) {
        EventId id = EventId.named("bench", Integer.toString(number));
        FeedbackId feedbackId = FeedbackId.from(id);
        Instant at = BEGIN.plusMillis(number);
        FeedbackReceived said = new FeedbackReceived(
                feedbackId,
                Channel.WEB_FORM,
                "bench",
                "shop",
                List.of(new Contact(ContactKind.EMAIL, email)),
                "Ada Marsh",
                null,
                "Is the reading lamp of last spring still to be had, and how long would it take to send two of them? "
                        + number,
                "en",
                null,
                null,
                About.NOTHING);
        return new Event<>(
                id.derive("routed"),
                EventType.FEEDBACK_ROUTED,
                "/routing-service",
                at,
                at,
                feedbackId.toString(),
                feedbackId,
                id,
                email,
                null,
                new FeedbackRouted(
                        said,
                        at,
                        at,
                        "en",
                        FeedbackType.QUESTION,
                        "lighting",
                        "lighting",
                        Priority.NORMAL,
                        new Obligation("answer", at.plusSeconds(86_400), null),
                        "bench",
                        List.of(
                                new Finding("language", "en", 0.98, List.of("is", "the", "and"), null),
                                new Finding("type", "question", 0.8, List.of("how long", "?"), "asks"),
                                new Finding("queue", "lighting", 1, List.of("lamp"), "lighting"))));
    }
}
