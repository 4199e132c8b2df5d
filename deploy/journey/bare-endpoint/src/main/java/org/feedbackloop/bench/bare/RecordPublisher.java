package org.feedbackloop.bench.bare;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sends bytes as they came, under keys as long and as scattered as intake's contact hashes. */
@Singleton
@Startup
class RecordPublisher {

    private final KafkaProducer<byte[], byte[]> producer;
    private final String topic;
    private final boolean enveloped;

    /**
     * @param enveloped whether each record is to be as large as an event of ours, with as many headers
     */
    RecordPublisher(
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            @ConfigProperty(name = "bench.topic", defaultValue = "bench.bare.v1") String topic,
            @ConfigProperty(name = "bench.enveloped", defaultValue = "false") boolean enveloped) {
        this.topic = topic;
        this.enveloped = enveloped;
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.LINGER_MS_CONFIG,
                        0),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        // Otherwise the first send would wait for it on an event loop.
        producer.partitionsFor(topic);
    }

    CompletableFuture<Void> publish(byte[] value) {
        return send(newKey(), value);
    }

    /** Completes when the last line has been acknowledged, with one result line for each in the order they came. */
    CompletableFuture<byte[]> publishLines(byte[] body) {
        var results = new StringBuilder();
        var acknowledgements = new ArrayList<CompletableFuture<Void>>();
        for (byte[] line : linesOf(body)) {
            String key = newKey();
            results.append("{\"id\":\"").append(key).append("\",\"status\":\"accepted\"}\n");
            acknowledgements.add(send(key, line));
        }
        return CompletableFuture.allOf(acknowledgements.toArray(CompletableFuture[]::new))
                .thenApply(all -> results.toString().getBytes(US_ASCII));
    }

    @PreDestroy
    void close() {
        producer.close();
    }

    // The producer tells the callback all that its future would.
    @SuppressWarnings("FutureReturnValueIgnored")
    private CompletableFuture<Void> send(String key, byte[] value) {
        var acknowledged = new CompletableFuture<Void>();
        producer.send(record(key.getBytes(US_ASCII), value), (metadata, failure) -> {
            if (failure == null) {
                acknowledged.complete(null);
            } else {
                acknowledged.completeExceptionally(failure);
            }
        });
        return acknowledged;
    }

    private ProducerRecord<byte[], byte[]> record(byte[] key, byte[] value) {
        return enveloped ? Envelope.around(topic, key, value) : new ProducerRecord<>(topic, key, value);
    }

    /** Thirty-six bytes; not from a secure source, which would cost more than the rest of the endpoint. */
    private static String newKey() {
        var random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private static List<byte[]> linesOf(byte[] body) {
        var lines = new ArrayList<byte[]>();
        int start = 0;
        while (start < body.length) {
            int end = endOfLine(body, start);
            if (end > start) {
                lines.add(Arrays.copyOfRange(body, start, end));
            }
            start = end + 1;
        }
        return lines;
    }

    private static int endOfLine(byte[] body, int start) {
        int end = start;
        while (end < body.length && body[end] != '\n') {
            end++;
        }
        return end;
    }
}
