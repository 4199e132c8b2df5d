package org.feedbackloop.routing.load;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.feedbackloop.delivery.ReceivedRecords;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.EventType;
import org.feedbackloop.event.Topics;
import org.feedbackloop.event.UnreadableEvent;
import org.feedbackloop.event.v1.CaseChanged;
import org.feedbackloop.routing.queue.Workload;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Follows what becomes of cases, in no consumer group and without offsets of its own. Whatever goes wrong, the last counts
 * stay while it begins anew; routing never waits for it.
 */
public final class LoadConsumer implements Workload, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(LoadConsumer.class);

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** Changes of cases are small, and nobody is in a hurry for them. */
    private static final Map<String, Object> SETTINGS = Map.of(
            ConsumerConfig.CLIENT_ID_CONFIG,
            "routing-service-load",
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
            false,
            ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
            1024 * 1024,
            ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
            128 * 1024);

    private final Map<String, Object> settings;
    private final Duration history;
    private final Clock clock;
    private final Thread thread = new Thread(this::run, "open-cases");
    private final CountDownLatch closed = new CountDownLatch(1);

    private volatile @Nullable OpenCases counted;
    private volatile @Nullable Consumer<byte[], byte[]> consumer;

    /**
     * @param kafka the settings of every client
     * @param history how far back changes are read at a start; zero to follow nothing
     */
    public LoadConsumer(Map<String, Object> kafka, Duration history, Clock clock) {
        this.settings = new HashMap<>(kafka);
        this.settings.putAll(SETTINGS);
        this.history = history;
        this.clock = clock;
        thread.setDaemon(true);
    }

    public void start() {
        if (!history.isZero()) {
            thread.start();
        }
    }

    @Override
    public OptionalInt openCases(String queue) {
        OpenCases known = counted;
        return known == null ? OptionalInt.empty() : OptionalInt.of(known.in(queue));
    }

    /** In all queues; empty until they are known. */
    OptionalInt openCases() {
        OpenCases known = counted;
        return known == null ? OptionalInt.empty() : OptionalInt.of(known.inAll());
    }

    private void run() {
        while (closed.getCount() > 0) {
            try (Consumer<byte[], byte[]> opened =
                    new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                consumer = opened;
                follow(opened);
            } catch (WakeupException e) {
                LOG.debug("load-closed", e);
            } catch (RuntimeException e) {
                LOG.warnf("load-lost topic=%s reason=%s", Topics.CASE_CHANGED, e.toString());
                pause();
            }
        }
    }

    private void follow(Consumer<byte[], byte[]> from) {
        List<TopicPartition> partitions = from.partitionsFor(Topics.CASE_CHANGED).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new IllegalStateException("the topic does not exist");
        }
        from.assign(partitions);
        Map<TopicPartition, Long> ends = from.endOffsets(partitions);
        since(from, partitions, ends).forEach(from::seek);
        OpenCases cases = new OpenCases();
        while (closed.getCount() > 0) {
            from.poll(POLL).forEach(record -> note(record, cases));
            // A part of the history would count cases as open that are closed in the next part.
            if (counted != cases && hasReached(ends, from)) {
                counted = cases;
                LOG.infof("load-known topic=%s openCases=%d", Topics.CASE_CHANGED, cases.inAll());
            }
        }
    }

    private Map<TopicPartition, Long> since(
            Consumer<byte[], byte[]> from, List<TopicPartition> partitions, Map<TopicPartition, Long> ends) {
        long first = clock.instant().minus(history).toEpochMilli();
        Map<TopicPartition, Long> times =
                partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> first));
        Map<TopicPartition, Long> since = new HashMap<>(ends);
        from.offsetsForTimes(times).forEach((partition, found) -> putFound(since, partition, found));
        return since;
    }

    /** None is found where nothing has changed since. */
    private static void putFound(
            Map<TopicPartition, Long> since, TopicPartition partition, @Nullable OffsetAndTimestamp found) {
        if (found != null) {
            since.put(partition, found.offset());
        }
    }

    private static boolean hasReached(Map<TopicPartition, Long> ends, Consumer<byte[], byte[]> from) {
        return ends.entrySet().stream().allMatch(end -> from.position(end.getKey()) >= end.getValue());
    }

    private static void note(ConsumerRecord<byte[], byte[]> record, OpenCases cases) {
        try {
            Event<CaseChanged> event = ReceivedRecords.read(EventType.CASE_CHANGED, record);
            cases.note(event.id(), event.data());
        } catch (UnreadableEvent e) {
            // It errs by one case at most; whoever owns the topic hears of it elsewhere.
            LOG.debugf(
                    "load-skipped topic=%s partition=%d offset=%d reason=%s",
                    record.topic(), record.partition(), record.offset(), e.reason());
        }
    }

    private void pause() {
        try {
            closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed.countDown();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        Consumer<byte[], byte[]> opened = consumer;
        if (opened != null) {
            opened.wakeup();
        }
        try {
            thread.join(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
