package org.feedbackloop.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.feedbackloop.event.Topics;
import org.jspecify.annotations.Nullable;

/**
 * Puts a record that a service cannot handle where people find it: key, bytes and headers as they came, and in headers
 * of our own where it came from and why it is here.
 */
public final class DeadLetterPublisher {

    public static final String SOURCE_TOPIC = "dlq-source-topic";
    public static final String SOURCE_PARTITION = "dlq-source-partition";
    public static final String SOURCE_OFFSET = "dlq-source-offset";
    public static final String SERVICE = "dlq-service";
    public static final String REASON = "dlq-reason";
    public static final String FAILED_AT = "dlq-failed-at";

    private final EventPublisher publisher;
    private final String service;
    private final Clock clock;

    /** @param service the name of the consuming service, for example {@code crm-service} */
    public DeadLetterPublisher(EventPublisher publisher, String service, Clock clock) {
        this.publisher = publisher;
        this.service = service;
        this.clock = clock;
    }

    /**
     * Completes when the broker has it. With our headers a record may grow past what the broker takes; then it goes without
     * its bytes, which stay where the headers say, for the partition must not stand still for ever.
     */
    CompletableFuture<Void> publish(ConsumerRecord<byte[], byte[]> record, String reason) {
        return publisher
                .send(letter(record, record.value(), reason))
                .exceptionallyCompose(failure -> failure instanceof RecordTooLargeException
                        ? publisher.send(letter(record, null, reason + "; too large to be kept here"))
                        : CompletableFuture.failedFuture(failure));
    }

    private ProducerRecord<byte[], byte[]> letter(
            ConsumerRecord<byte[], byte[]> record, byte @Nullable [] value, String reason) {
        String topic = Topics.deadLetters(record.topic(), service);
        var letter = new ProducerRecord<>(topic, record.key(), value);
        record.headers().forEach(letter.headers()::add);
        add(letter, SOURCE_TOPIC, record.topic());
        add(letter, SOURCE_PARTITION, Integer.toString(record.partition()));
        add(letter, SOURCE_OFFSET, Long.toString(record.offset()));
        add(letter, SERVICE, service);
        add(letter, REASON, reason);
        add(letter, FAILED_AT, clock.instant().toString());
        return letter;
    }

    /** A record that was replayed and failed again carries the headers of its first failure; the last one counts. */
    private static void add(ProducerRecord<byte[], byte[]> letter, String name, String value) {
        letter.headers().remove(name).add(name, value.getBytes(UTF_8));
    }
}
