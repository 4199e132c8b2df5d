package org.feedbackloop.journey.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.feedbackloop.journey.faults.ledger.Answer;
import org.feedbackloop.journey.faults.ledger.Ledger;
import org.feedbackloop.journey.faults.ledger.Persistence;
import org.feedbackloop.journey.faults.ledger.Post;

/**
 * Customers who post, at a steady pace for all together. Each makes a post only after the answer to the one before, or after
 * giving up on it, so that there is an order to be kept; others do not wait for them.
 *
 * <p>Holds back what is meant for later, so that there is a load however long a fault takes to be mended.
 */
final class Load {

    private static final Duration PAUSE_AFTER_SILENCE = Duration.ofMillis(700);

    /** The longest time in which every post can be expected to come through, once nothing is broken any more. */
    private static final Duration TIME_TO_END = Duration.ofSeconds(120);

    private final IntakeDoor door;
    private final Ledger ledger;
    private final Duration interval;
    private final int posts;
    private final LinkedBlockingQueue<Conversation> waiting;
    private final CountDownLatch unsettled;
    private final CompletableFuture<Void> broken = new CompletableFuture<>();
    private int begun;
    private int allowed;

    /** @param lasting how long it takes to begin all posts if nobody is kept waiting */
    Load(List<Conversation> conversations, Duration lasting, IntakeDoor door, Ledger ledger) {
        this.door = door;
        this.ledger = ledger;
        this.waiting = new LinkedBlockingQueue<>(conversations);
        this.posts = conversations.stream().mapToInt(Conversation::length).sum();
        this.interval = lasting.dividedBy(posts);
        this.unsettled = new CountDownLatch(posts);
    }

    void start() {
        Thread pace = new Thread(this::keepPace, "load");
        pace.setDaemon(true);
        pace.start();
    }

    /** Lets posts be begun up to so many. */
    synchronized void allow(int number) {
        allowed = number;
        notifyAll();
    }

    /** Returns when so many posts have been begun. */
    synchronized void awaitBegun(int number) throws InterruptedException {
        while (begun < number) {
            wait();
        }
    }

    /** Returns when no post waits for an answer any more. */
    void awaitEnd() throws InterruptedException {
        awaitBegun(posts);
        if (!unsettled.await(TIME_TO_END.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException(unsettled.getCount() + " posts were not accepted within "
                    + TIME_TO_END.toSeconds() + " s after the last one was begun");
        }
        broken.getNow(null);
    }

    private void keepPace() {
        try {
            for (int i = 0; i < posts; i++) {
                awaitAllowed(i + 1);
                Conversation conversation = waiting.take();
                deliver(conversation.next()).whenComplete((done, failure) -> {
                    if (failure != null) {
                        broken.completeExceptionally(failure);
                    }
                    if (!conversation.isOver()) {
                        waiting.add(conversation);
                    }
                    unsettled.countDown();
                });
                countBegun();
                TimeUnit.NANOSECONDS.sleep(interval.toNanos());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void awaitAllowed(int number) throws InterruptedException {
        while (allowed < number) {
            wait();
        }
    }

    private synchronized void countBegun() {
        begun++;
        notifyAll();
    }

    /** Completes when nothing more will be done about the post. */
    private CompletableFuture<Answer> deliver(Post post) {
        return post(post).thenCompose(answer -> {
            CompletableFuture<Answer> answered = CompletableFuture.completedFuture(answer);
            if (answer instanceof Answer.Accepted) {
                return post.persistence() == Persistence.ONCE_TOO_OFTEN ? post(post) : answered;
            }
            if (post.persistence() == Persistence.POSTS_ONCE || answer instanceof Answer.Refused) {
                return answered;
            }
            return answered.thenComposeAsync(any -> deliver(post), after(pause(answer)));
        });
    }

    private CompletableFuture<Answer> post(Post post) {
        Instant askedAt = Instant.now();
        return door.post(post).whenComplete((answer, failure) -> {
            if (answer != null) {
                ledger.note(post, askedAt, Instant.now(), answer);
            }
        });
    }

    private static Duration pause(Answer answer) {
        return answer instanceof Answer.Unavailable unavailable ? unavailable.retryAfter() : PAUSE_AFTER_SILENCE;
    }

    private static Executor after(Duration pause) {
        return CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS);
    }
}
