package org.feedbackloop.routing.opinion;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.feedbackloop.event.v1.Finding;
import org.feedbackloop.routing.opinion.Opinion.Missing;
import org.feedbackloop.routing.reading.Statement;

/** Asks an adviser about what the words left open, and sees to it that no adviser holds anybody up. Safe for many threads. */
public interface SecondOpinion {

    /** Nobody is ever asked. */
    SecondOpinion OFF = (statement, type) -> Optional.empty();

    /**
     * Asks, where there is a doubt, and returns at once. What it returns never fails, and is there after one timeout at the
     * latest; so whoever asks about many at once waits no longer for all of them than for one.
     *
     * @param type what was found in the step of that name
     */
    Optional<CompletableFuture<Opinion>> about(Statement statement, Finding type);

    /** @param timeout after which the words alone decide, whatever the adviser does */
    static SecondOpinion by(Adviser adviser, Doubt doubt, Duration timeout) {
        return (statement, type) -> statement.isWordless() || !doubt.isLeftBy(type)
                ? Optional.empty()
                : Optional.of(ask(adviser, statement)
                        .completeOnTimeout(Missing.TIMED_OUT, timeout.toMillis(), TimeUnit.MILLISECONDS));
    }

    private static CompletableFuture<Opinion> ask(Adviser adviser, Statement statement) {
        CompletableFuture<Opinion> asked = new CompletableFuture<>();
        try {
            adviser.ask(MaskedText.of(statement.text()))
                    .whenComplete((opinion, failure) -> asked.complete(opinion == null ? Missing.FAILED : opinion));
        } catch (Throwable e) {
            // An error of a library too: the words are there, and routing goes on by them.
            asked.complete(Missing.FAILED);
        }
        return asked;
    }
}
