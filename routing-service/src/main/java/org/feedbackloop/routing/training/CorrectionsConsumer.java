package org.feedbackloop.routing.training;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.feedbackloop.delivery.ReceivedRecords;
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

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(500);

    private final String bootstrapServers;

    CorrectionsConsumer(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** Appends each correction that the file has not yet, and returns how many there were. */
    int appendTo(Path file) throws IOException {
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
        Set<String> exported = Files.exists(file) ? new HashSet<>(Files.readAllLines(file, UTF_8)) : new HashSet<>();
        List<String> lines = corrections.lines(said, exported);
        Files.write(file, lines, UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        return lines.size();
    }

    private <T extends Record> void read(EventType<T> type, Consumer<Event<T>> each) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                (int) PATIENCE.toMillis());
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings)) {
            List<TopicPartition> partitions = consumer.partitionsFor(type.topic()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
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
