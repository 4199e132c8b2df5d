package org.feedbackloop.delivery;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;

/**
 * What of a topic a consumer group has yet to handle, for those who must not go ahead of it.
 *
 * <p>Asks the broker, and so knows of every replica's share. It does so only while somebody waits, with a client that
 * never joins the group.
 */
public final class Backlog implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Backlog.class);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    /** The client's own minute would keep a service that stops waiting for a broker that is away. */
    private static final int ANSWER_MILLIS = 5_000;

    private final Map<String, Object> settings;
    private final String group;
    private final String topic;
    private final CountDownLatch closed = new CountDownLatch(1);

    /** @param kafka the client's connection settings */
    public Backlog(Map<String, Object> kafka, String group, String topic) {
        this.settings = new HashMap<>(kafka);
        this.settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        this.settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        this.settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
        this.settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
        this.group = group;
        this.topic = topic;
    }

    /**
     * Returns when the group has handled all that stood on the topic at the call. What comes later is not waited for, so that
     * a topic that never rests keeps nobody waiting for ever. A broker that is away is waited for as well.
     *
     * @throws CancellationException when closed meanwhile
     */
    public void awaitHandled() {
        try (Consumer<byte[], byte[]> client = untilAnswered(this::connect)) {
            Map<TopicPartition, Long> due = untilAnswered(() -> ends(client));
            if (untilAnswered(() -> isHandled(client, due))) {
                return;
            }
            LOG.infof("backlog-awaited group=%s topic=%s", group, topic);
            do {
                pause();
            } while (!untilAnswered(() -> isHandled(client, due)));
        }
    }

    private Consumer<byte[], byte[]> connect() {
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private Map<TopicPartition, Long> ends(Consumer<?, ?> client) {
        return client.endOffsets(client.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList());
    }

    private static boolean isHandled(Consumer<?, ?> client, Map<TopicPartition, Long> due) {
        Map<TopicPartition, OffsetAndMetadata> committed = client.committed(due.keySet());
        // What the broker has dropped meanwhile, nobody will ever handle.
        Map<TopicPartition, Long> begins = client.beginningOffsets(due.keySet());
        return due.entrySet().stream().allMatch(end -> {
            OffsetAndMetadata next = committed.get(end.getKey());
            long reached = Math.max(next == null ? 0 : next.offset(), begins.getOrDefault(end.getKey(), 0L));
            return reached >= end.getValue();
        });
    }

    private <T> T untilAnswered(Supplier<T> question) {
        while (true) {
            try {
                return question.get();
            } catch (KafkaException e) {
                LOG.warnf("backlog-unknown group=%s topic=%s reason=%s", group, topic, new Failure(e).reason());
                pause();
            }
        }
    }

    private void pause() {
        boolean closing;
        try {
            closing = closed.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closing = true;
        }
        if (closing) {
            throw new CancellationException("closed while " + group + " was behind on " + topic);
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
