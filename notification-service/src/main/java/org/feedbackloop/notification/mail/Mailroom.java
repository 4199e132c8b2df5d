package org.feedbackloop.notification.mail;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.feedbackloop.event.FollowUpId;
import org.feedbackloop.notification.followup.FollowUps;
import org.feedbackloop.notification.followup.HeldFollowUp;
import org.feedbackloop.notification.mail.Attempt.NotTaken;
import org.jboss.logging.Logger;

/**
 * Where couriers work: each takes a follow-up that is due, delivers it, notes how that went, and takes the next.
 *
 * <p>What is known of a mail is not let go before the database has it: a courier goes no further until then. All that is
 * being delivered stays leased as long as this process lives.
 */
public final class Mailroom implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Mailroom.class);

    /** How long a follow-up waits at most if nobody nudges: one whose pause is over, or which another process left behind. */
    private static final Duration IDLE = Duration.ofSeconds(1);

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(500);

    /** Enough for a mail that is on its way to an ordinary server; what takes longer falls to the next process. */
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(10);

    private final FollowUps followUps;
    private final Backoff backoff;
    private final Duration lease;
    private final Clock clock;
    private final List<Thread> threads = new ArrayList<>();
    private final Set<FollowUpId> held = ConcurrentHashMap.newKeySet();
    private final Semaphore nudges = new Semaphore(0);
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * Before this, what others held is theirs: they must have had time to say what they did while the database could not
     * hear it. Whether it just could not, a process that begins does not know.
     */
    private volatile Instant takeOverFrom;

    Mailroom(FollowUps followUps, List<Courier> couriers, Backoff backoff, Duration lease, Clock clock) {
        this.followUps = followUps;
        this.backoff = backoff;
        this.lease = lease;
        this.clock = clock;
        this.takeOverFrom = clock.instant().plus(lease);
        for (Courier courier : couriers) {
            threads.add(new Thread(() -> work(courier), "courier-" + (threads.size() + 1)));
        }
        threads.add(new Thread(this::keepHolding, "courier-leases"));
    }

    public void start() {
        threads.forEach(thread -> {
            thread.setDaemon(true);
            thread.start();
        });
    }

    /** There may be something to deliver: look now. */
    public void nudge() {
        int asleep = threads.size() - nudges.availablePermits();
        if (asleep > 0) {
            nudges.release(asleep);
        }
    }

    private void work(Courier courier) {
        while (isOpen()) {
            try {
                Optional<HeldFollowUp> next =
                        followUps.holdNext(lease, held, clock.instant().isAfter(takeOverFrom));
                if (next.isPresent()) {
                    deliver(next.get(), courier);
                } else {
                    courier.rest();
                    nudges.tryAcquire(IDLE.toMillis(), TimeUnit.MILLISECONDS);
                }
            } catch (SQLException | RuntimeException e) {
                troubled(e);
                pause(PAUSE_AFTER_FAILURE);
            } catch (InterruptedException e) {
                return;
            }
        }
        courier.rest();
    }

    private void deliver(HeldFollowUp followUp, Courier courier) {
        held.add(followUp.id());
        try {
            note(followUp, attempt(followUp, courier));
        } finally {
            held.remove(followUp.id());
        }
    }

    private static Attempt attempt(HeldFollowUp followUp, Courier courier) {
        try {
            return courier.deliver(followUp);
        } catch (RuntimeException e) {
            LOG.errorf(e, "follow-up-undeliverable followUpId=%s", followUp.id());
            return new NotTaken(e.getClass().getSimpleName());
        }
    }

    private void note(HeldFollowUp followUp, Attempt attempt) {
        while (true) {
            try {
                attempt.note(followUp, followUps, backoff);
                LOG.infof(
                        "follow-up-attempted followUpId=%s feedbackId=%s attempt=%d result=%s",
                        followUp.id(), followUp.request().data().feedbackId(), followUp.attempt(), attempt);
                return;
            } catch (SQLException | RuntimeException e) {
                troubled(e);
            }
            if (!pause(PAUSE_AFTER_FAILURE)) {
                LOG.errorf("follow-up-not-noted followUpId=%s result=%s", followUp.id(), attempt);
                return;
            }
        }
    }

    private void keepHolding() {
        while (pause(lease.dividedBy(4))) {
            Set<FollowUpId> now = Set.copyOf(held);
            try {
                if (!now.isEmpty()) {
                    followUps.keepHolding(lease, now);
                }
            } catch (SQLException | RuntimeException e) {
                troubled(e);
            }
        }
    }

    private void troubled(Exception e) {
        Instant now = clock.instant();
        boolean news = now.isAfter(takeOverFrom);
        takeOverFrom = now.plus(lease);
        if (news) {
            LOG.warnf(e, "mailroom-troubled reason=%s", e.getMessage());
        }
    }

    private boolean isOpen() {
        return closed.getCount() > 0;
    }

    /** Whether the time passed, and we are still open. */
    private boolean pause(Duration length) {
        try {
            return !closed.await(length.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What is being delivered is delivered to its end and noted; nothing more is begun. */
    @Override
    public void close() {
        closed.countDown();
        nudge();
        Instant latest = clock.instant().plus(LONGEST_FAREWELL);
        for (Thread thread : threads) {
            try {
                thread.join(
                        Math.max(1, Duration.between(clock.instant(), latest).toMillis()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
