package org.feedbackloop.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;
import org.feedbackloop.event.EventType;

/** A real broker, seen from a test: who publishes to it, and what is on its topics. */
record Broker(String bootstrapServers) {

    /** A machine may be busy with other things; nothing waits this long unless it is broken. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Connected, and with the partitions of the type's topic already looked up. */
    EventPublisher publisher(Duration limit, EventType<?>... types) {
        EventPublisher publisher = EventPublisher.connect(settings(), limit);
        for (EventType<?> type : types) {
            Awaitility.await().atMost(PATIENCE).until(() -> publisher.isReadyFor(type.topic()));
        }
        return publisher;
    }

    Map<String, Object> settings() {
        return Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    }

    /** What is on a topic under a key now, from its beginning. */
    List<ConsumerRecord<byte[], byte[]>> records(String topic, String key) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrapServers, "enable.auto.commit", false, "fetch.max.wait.ms", 50);
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    if (key.equals(new String(record.key(), UTF_8))) {
                        found.add(record);
                    }
                }
            }
            return found;
        }
    }

    /** The ids of the events of a type under a key, in their order. */
    List<String> ids(EventType<?> type, String key) {
        return records(type.topic(), key).stream()
                .map(record -> new String(record.headers().lastHeader("ce_id").value(), UTF_8))
                .toList();
    }
}
