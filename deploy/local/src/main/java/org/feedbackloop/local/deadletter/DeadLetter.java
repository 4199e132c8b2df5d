package org.feedbackloop.local.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.feedbackloop.event.CloudEvents;
import org.feedbackloop.local.StackFailure;

/** A record that a service could not handle, with what the service said about it. */
public record DeadLetter(ConsumerRecord<byte[], byte[]> letter) {

    private static final String PREFIX = "dlq-";
    private static final String SOURCE_TOPIC = PREFIX + "source-topic";
    private static final String SOURCE_PARTITION = PREFIX + "source-partition";
    private static final String FAILED_AT = PREFIX + "failed-at";
    private static final String REASON = PREFIX + "reason";

    public TopicPartition partition() {
        return new TopicPartition(letter.topic(), letter.partition());
    }

    public long offset() {
        return letter.offset();
    }

    /** When the service gave up, or else when the letter was written. */
    public String failedAt() {
        return header(FAILED_AT)
                .orElseGet(() -> Instant.ofEpochMilli(letter.timestamp()).toString());
    }

    public Optional<String> sourceTopic() {
        return header(SOURCE_TOPIC);
    }

    /** Absent in a record so broken that it named none. */
    public Optional<String> eventId() {
        return header(CloudEvents.ID);
    }

    public Optional<String> reason() {
        return header(REASON);
    }

    /** The record as it first was, to where it first was: the partition too, so that its customer's order holds. */
    ProducerRecord<byte[], byte[]> original() {
        ProducerRecord<byte[], byte[]> original = new ProducerRecord<>(
                required(SOURCE_TOPIC), Integer.valueOf(required(SOURCE_PARTITION)), letter.key(), letter.value());
        for (Header header : letter.headers()) {
            if (!header.key().startsWith(PREFIX)) {
                original.headers().add(header);
            }
        }
        return original;
    }

    private String required(String name) {
        return header(name)
                .orElseThrow(() -> new StackFailure("The record at " + partition() + "@" + offset() + " has no header "
                        + name + ": it is no dead letter of a service"));
    }

    private Optional<String> header(String name) {
        return Optional.ofNullable(letter.headers().lastHeader(name))
                .map(header -> new String(header.value(), StandardCharsets.UTF_8));
    }
}
