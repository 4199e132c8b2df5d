package org.feedbackloop.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.feedbackloop.event.CloudEvents;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.WireMessage;

/**
 * Publishes events to their topics. Uses the producer itself rather than a messaging emitter: an emitter overflows at a
 * burst and costs up to three times as much in batches.
 *
 * <p>With a limit it never blocks: a record that would have to wait for room or for the topic's partitions is refused at
 * once, so that an event loop may publish. Without a limit ({@link #UNTIL_ACKNOWLEDGED}) it waits for them, up to a minute:
 * what relays and consumers publish has nobody waiting for an answer. Safe for use by many threads; the events that one
 * thread publishes for one key arrive in that order.
 */
public final class EventPublisher implements AutoCloseable {

    /** For what must arrive in order however long the broker is away: never give up on a record and go on to the next. */
    public static final Duration UNTIL_ACKNOWLEDGED = Duration.ofMillis(Integer.MAX_VALUE);

    /** More than any sensible broker takes: what is too large is for the broker to say. */
    private static final int LARGEST_REQUEST = 16 * 1024 * 1024;

    /** Our events are some 1,400 bytes each; of the client's own 16 KB a burst would fill very many. */
    private static final int BATCH_BYTES = 64 * 1024;

    private final Producer<byte[], byte[]> producer;

    EventPublisher(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    /**
     * @param kafka the client's connection settings; what this class promises is set here and cannot be set otherwise
     * @param limit how long an event may take to be acknowledged before publishing fails
     */
    public static EventPublisher connect(Map<String, Object> kafka, Duration limit) {
        int limitMillis = Math.toIntExact(limit.toMillis());
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, limit.equals(UNTIL_ACKNOWLEDGED) ? 60_000 : 0);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, limitMillis);
        // Leaves time for a second try, and for the linger that the client insists on adding.
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.min(limitMillis / 2, 10_000));
        settings.put(ProducerConfig.METADATA_MAX_IDLE_CONFIG, Duration.ofDays(7).toMillis());
        settings.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.putIfAbsent(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        // What comes while a request is under way travels together with the next: fewer and fuller requests under load,
        // and
        // no wait without.
        settings.putIfAbsent(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        settings.putIfAbsent(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_REQUEST);
        return new EventPublisher(new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer()));
    }

    /**
     * Completes when the broker has acknowledged; fails with {@link BrokerUnavailable} when it did not within the limit.
     * What hangs on the outcome runs on the client's one thread, so it must be short.
     */
    public CompletableFuture<Void> publish(Event<?> event) {
        String topic = event.type().topic();
        return send(
                record(topic, CloudEvents.write(event)), failure -> new BrokerUnavailable(event.id(), topic, failure));
    }

    CompletableFuture<Void> publish(String topic, WireMessage message) {
        return send(record(topic, message));
    }

    CompletableFuture<Void> send(ProducerRecord<byte[], byte[]> record) {
        return send(record, failure -> failure);
    }

    private static ProducerRecord<byte[], byte[]> record(String topic, WireMessage message) {
        byte[] key = message.key() == null ? null : message.key().getBytes(UTF_8);
        var record = new ProducerRecord<>(topic, key, message.data());
        message.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return record;
    }

    private CompletableFuture<Void> send(ProducerRecord<byte[], byte[]> record, UnaryOperator<Throwable> told) {
        var acknowledged = new CompletableFuture<Void>();
        try {
            producer.send(record, (metadata, failure) -> {
                if (failure == null) {
                    acknowledged.complete(null);
                } else {
                    acknowledged.completeExceptionally(told.apply(failure));
                }
            });
        } catch (KafkaException | IllegalStateException refused) {
            acknowledged.completeExceptionally(told.apply(refused));
        }
        return acknowledged;
    }

    /**
     * Whether events for this topic would be taken now. Asking makes the client look the topic up, so that it soon will be.
     */
    public boolean isReadyFor(String topic) {
        try {
            return !producer.partitionsFor(topic).isEmpty();
        } catch (KafkaException notYet) {
            return false;
        }
    }

    /** Waits a little for what is on its way. What has not been acknowledged by then was not promised to anybody. */
    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
