package org.feedbackloop.routing.backtest;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.feedbackloop.delivery.ReceivedRecords;
import org.feedbackloop.delivery.StandaloneConsumer;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.EventType;
import org.feedbackloop.event.Topics;
import org.feedbackloop.event.UnreadableEvent;
import org.feedbackloop.event.v1.FeedbackReceived;

/**
 * Feedback that was received in the past, read once more from a moment on to the end that the topic has at the beginning. In
 * no group, and without a trace. For one thread at a time, but for {@link #cancel}.
 */
final class HistoryConsumer implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(500);

    private final StandaloneConsumer consumer;
    private final Map<TopicPartition, Stretch> stretches = new HashMap<>();
    private long expected;
    private long read;
    private long unreadable;
    private volatile boolean cancelled;
    private boolean closed;

    private HistoryConsumer(StandaloneConsumer consumer) {
        this.consumer = consumer;
    }

    /**
     * Finds the place to begin at.
     *
     * @param kafka the client's connection settings
     * @param most if there is more, the newest so many, from each partition its share
     * @throws HistoryAway if the broker does not answer
     */
    static HistoryConsumer since(Instant moment, long most, Map<String, Object> kafka) {
        var history = new HistoryConsumer(
                new StandaloneConsumer(Topics.FEEDBACK_RECEIVED, kafka, "routing-service-backtest", LIMIT));
        try {
            history.seek(moment, most);
            return history;
        } catch (KafkaException e) {
            history.close();
            throw new HistoryAway(e);
        }
    }

    private void seek(Instant moment, long most) {
        Map<TopicPartition, Long> ends = consumer.ends();
        consumer.since(moment).forEach((partition, start) -> {
            // A partition may have grown between the two questions.
            long end = ends.getOrDefault(partition, start);
            if (start < end) {
                stretches.put(partition, new Stretch(start, end));
            }
        });
        List<TopicPartition> inOrder = List.copyOf(stretches.keySet());
        long[] shares = Shares.of(
                most,
                inOrder.stream()
                        .mapToLong(partition ->
                                Objects.requireNonNull(stretches.get(partition)).length())
                        .toArray());
        for (int at = 0; at < shares.length; at++) {
            long share = shares[at];
            stretches.computeIfPresent(inOrder.get(at), (partition, stretch) -> stretch.newest(share));
        }
        expected = total();
        consumer.seek(offsets(Stretch::start));
    }

    private long total() {
        return stretches.values().stream().mapToLong(Stretch::length).sum();
    }

    /**
     * Reads on a little.
     *
     * @return false if there is no more, or it was cancelled
     * @throws HistoryAway if the broker does not answer
     */
    boolean readOn(Consumer<Event<FeedbackReceived>> taker) {
        try {
            if (cancelled || consumer.hasReached(offsets(Stretch::end))) {
                return false;
            }
            var records = consumer.pollAnswered(POLL);
            for (var stretch : stretches.entrySet()) {
                for (ConsumerRecord<byte[], byte[]> record : records.records(stretch.getKey())) {
                    if (cancelled) {
                        return false;
                    }
                    if (record.offset() < stretch.getValue().end()) {
                        take(record, taker);
                    }
                }
            }
            return true;
        } catch (WakeupException e) {
            return false;
        } catch (KafkaException e) {
            throw new HistoryAway(e);
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record, Consumer<Event<FeedbackReceived>> taker) {
        read++;
        try {
            taker.accept(ReceivedRecords.read(EventType.FEEDBACK_RECEIVED, record));
        } catch (UnreadableEvent e) {
            // It went to the dead letters when it came.
            unreadable++;
        }
    }

    private Map<TopicPartition, Long> offsets(Function<Stretch, Long> of) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        stretches.forEach((partition, stretch) -> offsets.put(partition, of.apply(stretch)));
        return offsets;
    }

    /** How many will have been read at the end, if none is deleted meanwhile. */
    long expected() {
        return expected;
    }

    long read() {
        return read;
    }

    long unreadable() {
        return unreadable;
    }

    /** By any thread, and at any time. */
    synchronized void cancel() {
        cancelled = true;
        if (!closed) {
            consumer.wakeup();
        }
    }

    boolean isCancelled() {
        return cancelled;
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        consumer.close();
    }

    /** Of a partition, up to and without its end. */
    private record Stretch(long start, long end) {

        long length() {
            return end - start;
        }

        Stretch newest(long share) {
            return new Stretch(end - share, end);
        }
    }
}
