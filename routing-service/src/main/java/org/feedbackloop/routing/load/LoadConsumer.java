package org.feedbackloop.routing.load;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.feedbackloop.delivery.ReceivedRecords;
import org.feedbackloop.delivery.StandaloneConsumer;
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

    private static final Duration LIMIT = Duration.ofMinutes(1);

    /** Changes of cases are small, and nobody is in a hurry for them. */
    private static final Map<String, Object> SETTINGS = Map.of(
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
    private volatile @Nullable StandaloneConsumer consumer;

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
            try (StandaloneConsumer opened =
                    new StandaloneConsumer(Topics.CASE_CHANGED, settings, "routing-service-load", LIMIT)) {
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

    private void follow(StandaloneConsumer from) {
        Map<TopicPartition, Long> ends = from.ends();
        from.seek(from.since(clock.instant().minus(history)));
        OpenCases cases = new OpenCases();
        while (closed.getCount() > 0) {
            from.poll(POLL).forEach(record -> note(record, cases));
            // A part of the history would count cases as open that are closed in the next part.
            if (counted != cases && from.hasReached(ends)) {
                counted = cases;
                LOG.infof("load-known topic=%s openCases=%d", Topics.CASE_CHANGED, cases.inAll());
            }
        }
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
        StandaloneConsumer opened = consumer;
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
