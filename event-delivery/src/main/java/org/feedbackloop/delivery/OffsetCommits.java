package org.feedbackloop.delivery;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.smallrye.reactive.messaging.kafka.commit.KafkaCommitHandler;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Commits how far each partition has been handled, and does not give up before the broker has it.
 *
 * <p>The strategy {@code latest} of the connector asks once: a commit that meets a broker which is just coming up is lost, and
 * until the next record of that partition, which may never come, the group seems to lag and would handle the last records
 * again. Here what is owed is kept and asked for again, one request at a time for all partitions.
 *
 * <p>What has been taken from us is no longer ours to commit: the consumer that has it now may be further.
 */
public final class OffsetCommits implements KafkaCommitHandler {

    /** How the strategy is called in the configuration of a channel. */
    public static final String STRATEGY = "until-committed";

    private static final Logger LOG = Logger.getLogger(OffsetCommits.class);

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(500);

    private final PollingThread pollingThread;
    private final Executor afterPause;
    private final Map<TopicPartition, OffsetAndMetadata> owed = new HashMap<>();
    private boolean underWay;
    private boolean closed;

    OffsetCommits(PollingThread pollingThread, Executor afterPause) {
        this.pollingThread = pollingThread;
        this.afterPause = afterPause;
    }

    /** For a service to produce as a bean that is identified by {@link #STRATEGY}. */
    public static KafkaCommitHandler.Factory factory() {
        return (config, vertx, consumer, reportFailure) -> new OffsetCommits(
                (action, onFailure) ->
                        consumer.runOnPollingThread(action::accept).subscribe().with(done -> {}, onFailure),
                CompletableFuture.delayedExecutor(PAUSE_AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS));
    }

    @Override
    public <K, V> Uni<Void> handle(IncomingKafkaRecord<K, V> record) {
        handled(new TopicPartition(record.getTopic(), record.getPartition()), record.getOffset());
        return Uni.createFrom().voidItem().runSubscriptionOn(record::runOnMessageContext);
    }

    synchronized void handled(TopicPartition partition, long offset) {
        owe(partition, new OffsetAndMetadata(offset + 1));
        commitUnlessUnderWay();
    }

    private void owe(TopicPartition partition, OffsetAndMetadata next) {
        owed.merge(partition, next, (one, other) -> one.offset() > other.offset() ? one : other);
    }

    private void commitUnlessUnderWay() {
        if (!underWay && !owed.isEmpty()) {
            underWay = true;
            ask();
        }
    }

    private void ask() {
        pollingThread.run(this::commit, this::notAsked);
    }

    /** The client could not be used at all. What is owed is owed still. */
    private synchronized void notAsked(Throwable failure) {
        if (!closed) {
            LOG.warnf("commit-refused partitions=%s reason=%s", owed.keySet(), failure.getMessage());
            afterPause.execute(this::ask);
        }
    }

    /** The consumer is about to be closed, and asks for nothing more. */
    @Override
    public synchronized void terminate(boolean graceful) {
        closed = true;
    }

    private void commit(Consumer<?, ?> client) {
        Map<TopicPartition, OffsetAndMetadata> due = takeWhatIsOurs(client);
        try {
            client.commitAsync(due, (offsets, failure) -> committed(due, failure));
        } catch (RuntimeException failure) {
            committed(due, failure);
        }
    }

    private synchronized Map<TopicPartition, OffsetAndMetadata> takeWhatIsOurs(Consumer<?, ?> client) {
        Map<TopicPartition, OffsetAndMetadata> due = new HashMap<>(owed);
        due.keySet().retainAll(client.assignment());
        owed.clear();
        return due;
    }

    private synchronized void committed(Map<TopicPartition, OffsetAndMetadata> due, @Nullable Exception failure) {
        if (failure == null) {
            underWay = false;
            commitUnlessUnderWay();
        } else {
            LOG.warnf("commit-failed partitions=%s reason=%s", due.keySet(), failure.getMessage());
            due.forEach(this::owe);
            if (!closed) {
                afterPause.execute(this::ask);
            }
        }
    }

    /** The client may only be used where it polls. */
    @FunctionalInterface
    interface PollingThread {

        /** @param onFailure told if the action did not run to its end */
        void run(
                java.util.function.Consumer<Consumer<?, ?>> action,
                java.util.function.Consumer<? super Throwable> onFailure);
    }
}
