package org.feedbackloop.routing.training;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.feedbackloop.delivery.ReceivedRecords;
import org.feedbackloop.delivery.StandaloneConsumer;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.EventType;
import org.feedbackloop.event.FeedbackId;
import org.feedbackloop.event.UnreadableEvent;
import org.feedbackloop.event.v1.FeedbackReceived;

/**
 * Reads what consultants have corrected, from the beginning of the topics to where they end now. Belongs to no consumer group
 * and leaves nothing behind.
 */
final class CorrectionsConsumer {

    private static final Duration POLL = Duration.ofMillis(500);

    private final String bootstrapServers;
    private final Duration limit;

    /** @param limit how long the broker may take for an answer */
    CorrectionsConsumer(String bootstrapServers, Duration limit) {
        this.bootstrapServers = bootstrapServers;
        this.limit = limit;
    }

    /**
     * Writes each correction that the file has not yet, in the place of an earlier one of the same feedback.
     *
     * @return how many there were
     * @throws KafkaException if the broker does not answer; then the file stays as it is
     */
    int writeTo(Path file) throws IOException {
        Corrections corrections = new Corrections();
        read(EventType.CASE_CHANGED, corrections::add);
        Set<FeedbackId> wanted = corrections.feedback();
        Map<FeedbackId, FeedbackReceived> said = new HashMap<>();
        if (!wanted.isEmpty()) {
            read(EventType.FEEDBACK_RECEIVED, event -> {
                if (wanted.contains(event.data().feedbackId())) {
                    said.put(event.data().feedbackId(), event.data());
                }
            });
        }
        List<String> lines = Files.exists(file) ? Files.readAllLines(file, UTF_8) : List.of();
        Corrections.Merged merged = corrections.into(lines, said);
        if (merged.changed() > 0 || !Files.exists(file)) {
            // Whoever stops half-way finds the file as it was.
            Path whole = Files.createTempFile(file.toAbsolutePath().getParent(), "corrections", ".tmp");
            Files.write(whole, merged.lines(), UTF_8);
            Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
        return merged.changed();
    }

    private <T extends Record> void read(EventType<T> type, Consumer<Event<T>> each) {
        Map<String, Object> kafka = Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        try (var consumer = new StandaloneConsumer(type.topic(), kafka, "routing-service-train", limit)) {
            Map<TopicPartition, Long> ends = consumer.ends();
            consumer.seek(consumer.begins());
            while (!consumer.hasReached(ends)) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.pollAnswered(POLL)) {
                    readable(type, record, each);
                }
            }
        }
    }

    /** What cannot be read was somebody else's trouble already; here it is no correction. */
    private static <T extends Record> void readable(
            EventType<T> type, ConsumerRecord<byte[], byte[]> record, Consumer<Event<T>> each) {
        try {
            each.accept(ReceivedRecords.read(type, record));
        } catch (UnreadableEvent e) {
            return;
        }
    }
}
