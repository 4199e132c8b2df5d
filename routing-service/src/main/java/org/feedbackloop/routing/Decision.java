package org.feedbackloop.routing;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.feedbackloop.routing.opinion.Opinion;
import org.feedbackloop.routing.opinion.SecondOpinion;
import org.feedbackloop.routing.reading.Statement;
import org.jspecify.annotations.Nullable;

/** What is decided about a statement: at once by its words, and where those left it open, once a second opinion is there. */
final class Decision {

    private final Router router;
    private final Statement statement;
    private final Instant learntAt;
    private final Routing byWords;
    private final @Nullable CompletableFuture<Opinion> asked;

    private Decision(
            Router router,
            Statement statement,
            Instant learntAt,
            Routing byWords,
            @Nullable CompletableFuture<Opinion> asked) {
        this.router = router;
        this.statement = statement;
        this.learntAt = learntAt;
        this.byWords = byWords;
        this.asked = asked;
    }

    /** Asks, where there is a doubt, and does not wait for the answer. */
    static Decision about(Statement statement, Instant learntAt, Router router, SecondOpinion secondOpinion) {
        Routing byWords = router.route(statement, learntAt);
        return new Decision(
                router,
                statement,
                learntAt,
                byWords,
                byWords.finding("type")
                        .flatMap(type -> secondOpinion.about(statement, type))
                        .orElse(null));
    }

    boolean isSettled() {
        return asked == null || asked.isDone();
    }

    /** Waits until it is settled, which is no longer than one timeout after the asking. */
    Routing routing() {
        return opinion()
                .flatMap(Opinion::type)
                .map(advised -> router.route(statement.advisedAs(advised), learntAt))
                .orElse(byWords);
    }

    /** What came of asking, in a word; none where nobody was asked. */
    Optional<String> outcome() {
        return opinion().map(opinion -> opinion.outcome(byWords.type()));
    }

    private Optional<Opinion> opinion() {
        return asked == null ? Optional.empty() : Optional.of(asked.join());
    }
}
