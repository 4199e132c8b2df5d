package org.feedbackloop.local.deadletter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.feedbackloop.local.StackFailure;

/** The dead letters on a broker that were not yet given back. */
public final class DeadLetters {

    private static final String SUFFIX = ".dlq";
    private static final String GROUP = "feedback-dlq-replay";
    private static final Duration POLL = Duration.ofMillis(200);

    /** As much as the broker takes: a dead letter is what the service got, and its headers besides. */
    private static final int LARGEST_RECORD = 4 * 1024 * 1024;

    private final String bootstrapServers;

    public DeadLetters(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** Shows each to the reader; those of one partition in the order in which they came. */
    public void each(Consumer<DeadLetter> reader) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            Set<String> topics = consumer.listTopics().keySet().stream()
                    .filter(topic -> topic.endsWith(SUFFIX))
                    .collect(Collectors.toSet());
            readPending(consumer, topics, batch -> batch.forEach(reader));
        }
    }

    /**
     * Gives those of one dead-letter topic back to where they came from, and tells how many. When it fails on the way,
     * some may be given back again the next time, none is left out.
     */
    public int replay(String topic) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer();
                Producer<byte[], byte[]> producer = producer()) {
            if (!topic.endsWith(SUFFIX) || !consumer.listTopics().containsKey(topic)) {
                throw new StackFailure("There is no dead-letter topic '" + topic + "'");
            }
            List<DeadLetter> given = new ArrayList<>();
            readPending(consumer, Set.of(topic), batch -> {
                giveBack(batch, producer);
                consumer.commitSync(behind(batch));
                given.addAll(batch);
            });
            return given.size();
        }
    }

    /** Reads what is there now. What comes meanwhile, perhaps by our own doing, is for the next time. */
    private static void readPending(
            KafkaConsumer<byte[], byte[]> consumer, Set<String> topics, Consumer<List<DeadLetter>> reader) {
        List<TopicPartition> partitions = topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            List<DeadLetter> batch = new ArrayList<>();
            for (ConsumerRecord<byte[], byte[]> read : consumer.poll(POLL)) {
                DeadLetter letter = new DeadLetter(read);
                if (letter.offset() < ends.getOrDefault(letter.partition(), 0L)) {
                    batch.add(letter);
                }
            }
            if (!batch.isEmpty()) {
                reader.accept(batch);
            }
        }
    }

    private static void giveBack(List<DeadLetter> batch, Producer<byte[], byte[]> producer) {
        List<Future<?>> acknowledgements = new ArrayList<>();
        batch.forEach(letter -> acknowledgements.add(producer.send(letter.original())));
        for (Future<?> acknowledgement : acknowledgements) {
            try {
                acknowledgement.get();
            } catch (ExecutionException e) {
                throw new StackFailure("A dead letter cannot be given back: " + e.getCause(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StackFailure("Interrupted while dead letters were given back", e);
            }
        }
    }

    private static Map<TopicPartition, OffsetAndMetadata> behind(List<DeadLetter> batch) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        batch.forEach(letter -> offsets.put(letter.partition(), new OffsetAndMetadata(letter.offset() + 1)));
        return offsets;
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.GROUP_ID_CONFIG,
                        GROUP,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private Producer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_RECORD),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }
}
