package org.feedbackloop.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads a topic beside its consumers: in no group, and without a trace. For one thread at a time, but for {@link #wakeup}.
 * Every method throws a {@link KafkaException} if the broker does not answer within the limit.
 */
public final class StandaloneConsumer implements AutoCloseable {

    private final String topic;
    private final Consumer<byte[], byte[]> consumer;

    /**
     * @param kafka the client's connection settings, and whatever else is set for it
     * @param clientId what the broker's own logs and metrics call it
     * @param limit how long each question to the broker may take
     */
    public StandaloneConsumer(String topic, Map<String, Object> kafka, String clientId, Duration limit) {
        this.topic = topic;
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, clientId);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) limit.toMillis());
        // A record that is deleted while we read is no longer needed: go on with the oldest that is there.
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Never empty: a topic that is not there is a {@link KafkaException}, too. */
    public List<TopicPartition> partitions() {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new KafkaException("there is no topic " + topic);
        }
        return partitions;
    }

    /** Where each partition begins now. */
    public Map<TopicPartition, Long> begins() {
        return consumer.beginningOffsets(partitions());
    }

    /** Where each partition ends now. */
    public Map<TopicPartition, Long> ends() {
        return consumer.endOffsets(partitions());
    }

    /** The first offset of each partition that is not older; its end, if all are. */
    public Map<TopicPartition, Long> since(Instant moment) {
        Map<TopicPartition, Long> since = new HashMap<>(ends());
        Map<TopicPartition, Long> times = new HashMap<>();
        since.keySet().forEach(partition -> times.put(partition, moment.toEpochMilli()));
        consumer.offsetsForTimes(times).forEach((partition, found) -> {
            if (found != null) {
                since.put(partition, found.offset());
            }
        });
        return since;
    }

    /** Reads on from there, and only those partitions. */
    public void seek(Map<TopicPartition, Long> offsets) {
        consumer.assign(offsets.keySet());
        offsets.forEach(consumer::seek);
    }

    /** What has come meanwhile, after waiting for it; nothing comes from a broker that is away. */
    public ConsumerRecords<byte[], byte[]> poll(Duration wait) {
        return consumer.poll(wait);
    }

    /** As {@link #poll}, but where nothing comes, makes sure that the broker is there. */
    public ConsumerRecords<byte[], byte[]> pollAnswered(Duration wait) {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(wait);
        if (records.isEmpty()) {
            consumer.endOffsets(consumer.assignment());
        }
        return records;
    }

    /** Whether all that stands before these offsets was read. */
    public boolean hasReached(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    /** Ends what blocks with a {@link org.apache.kafka.common.errors.WakeupException}. By any thread. */
    public void wakeup() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
