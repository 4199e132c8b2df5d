package org.feedbackloop.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.EventType;
import org.feedbackloop.event.UnreadableEvent;
import org.jboss.logging.Logger;

/**
 * Takes the records of a topic in batches and sees to it that one bad record harms no other.
 *
 * <p>Events are handled together. When that fails, the first question is whether the world around is well: if not, the
 * batch waits, however long, for a database that is away says nothing against an event. If it is, the batch is handled one
 * event at a time, and one that fails again goes to the dead letters with the reason; one that the handler itself refuses
 * ({@link EventRefused}) goes there at once.
 *
 * <p>Returns only when every record has been handled or dead-lettered, so that the caller may commit its offsets. Throws
 * {@link CancellationException} when closed in the middle; the records then come again to the next consumer.
 */
public final class EventBatches<T extends Record> implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(EventBatches.class);

    private static final int TRIES_TOGETHER = 2;

    /** An event that fails this often, alone and in a world that is well, is to blame. */
    private static final int TRIES_ALONE = 3;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final EventType<T> type;
    private final EventHandler<T> handler;
    private final DeadLetterPublisher deadLetters;
    private final BooleanSupplier worldIsWell;
    private final CountDownLatch closed = new CountDownLatch(1);

    /** @param worldIsWell whether what the handler needs (its database, say) answers now; must not throw */
    public EventBatches(
            EventType<T> type, EventHandler<T> handler, DeadLetterPublisher deadLetters, BooleanSupplier worldIsWell) {
        this.type = type;
        this.handler = handler;
        this.deadLetters = deadLetters;
        this.worldIsWell = worldIsWell;
    }

    public void accept(Iterable<ConsumerRecord<byte[], byte[]>> records) {
        List<Received<T>> batch = new ArrayList<>();
        for (var record : records) {
            try {
                batch.add(new Received<>(record, ReceivedRecords.read(type, record)));
            } catch (UnreadableEvent e) {
                deadLetter(record, e.reason());
            }
        }
        if (!batch.isEmpty() && !handledTogether(batch)) {
            batch.forEach(this::handleAlone);
        }
    }

    private boolean handledTogether(List<Received<T>> batch) {
        List<Event<T>> events = batch.stream().map(Received::event).toList();
        Patience patience = new Patience();
        for (int failures = 0; failures < TRIES_TOGETHER; ) {
            try {
                handler.handle(events);
                return true;
            } catch (EventRefused e) {
                return false;
            } catch (RuntimeException e) {
                Failure failure = new Failure(e);
                LOG.warnf("batch-failed topic=%s events=%d reason=%s", type.topic(), events.size(), failure.reason());
                LOG.debug("batch-failed", e);
                if (isToBlameOnEvents(failure, patience)) {
                    failures++;
                }
            }
        }
        return false;
    }

    private void handleAlone(Received<T> received) {
        Patience patience = new Patience();
        for (int failures = 0; ; ) {
            try {
                handler.handle(List.of(received.event()));
                return;
            } catch (EventRefused e) {
                deadLetter(received.record(), new Failure(e).reason());
                return;
            } catch (RuntimeException e) {
                Failure failure = new Failure(e);
                if (isToBlameOnEvents(failure, patience) && ++failures == TRIES_ALONE) {
                    LOG.debug("event-failed", e);
                    deadLetter(received.record(), failure.reason());
                    return;
                }
            }
        }
    }

    /**
     * Not if the world was ill, as the failure itself or a look at the world says. (A look alone is not enough: a database
     * may be back when we look.) Returns when it is well, and not at once, for it may yet have to settle.
     */
    private boolean isToBlameOnEvents(Failure failure, Patience patience) {
        boolean wasWell = !failure.isOfTheWorld();
        patience.pause();
        while (!worldIsWell.getAsBoolean()) {
            wasWell = false;
            patience.pause();
        }
        return wasWell;
    }

    private void deadLetter(ConsumerRecord<byte[], byte[]> record, String reason) {
        LOG.errorf(
                "event-dead-lettered topic=%s partition=%d offset=%d reason=%s",
                record.topic(), record.partition(), record.offset(), reason);
        Patience patience = new Patience();
        while (true) {
            try {
                deadLetters.publish(record, reason).join();
                return;
            } catch (CompletionException | CancellationException e) {
                LOG.warnf(
                        "dead-letter-refused topic=%s offset=%d reason=%s",
                        record.topic(), record.offset(), new Failure(e).reason());
                patience.pause();
            }
        }
    }

    private void pause(Duration length) {
        boolean closing;
        try {
            closing = closed.await(length.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closing = true;
        }
        if (closing) {
            throw new CancellationException("closed while handling a batch of " + type.topic());
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }

    /** Waits a little longer each time. */
    private final class Patience {

        private Duration next = FIRST_PAUSE;

        void pause() {
            EventBatches.this.pause(next);
            Duration longer = next.multipliedBy(2);
            next = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
        }
    }

    private record Received<T extends Record>(ConsumerRecord<byte[], byte[]> record, Event<T> event) {}
}
