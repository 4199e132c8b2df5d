package org.feedbackloop.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedbackloop.routing.Said.said;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.event.v1.Finding;
import org.feedbackloop.event.v1.Priority;
import org.feedbackloop.routing.opinion.Opinion;
import org.feedbackloop.routing.opinion.Opinion.Given;
import org.feedbackloop.routing.opinion.Opinion.Missing;
import org.feedbackloop.routing.opinion.SecondOpinion;
import org.feedbackloop.routing.reading.Statement;
import org.junit.jupiter.api.Test;

class DecisionTest {

    private static final Router ROUTER = new Router(ShippedRules.document());
    private static final Instant FRIDAY = Instant.parse("2026-11-20T16:00:00Z");

    private final Statement statement = said("It is broken").statement();
    private final Routing byWords = ROUTER.route(statement, FRIDAY);

    @Test
    void an_opinion_decides_queue_priority_and_obligation_too_and_what_the_words_said_stays_to_be_seen() {
        Decision decision = decision(asked(new Given(FeedbackType.REFERRAL)));

        Routing routing = decision.routing();

        assertThat(routing.type()).isEqualTo(FeedbackType.REFERRAL);
        assertThat(routing.queue().name()).isEqualTo("sales");
        assertThat(routing.priority()).isEqualTo(Priority.HIGH);
        assertThat(routing.obligation().action()).isEqualTo("contact");
        Finding type = routing.finding("type").orElseThrow();
        assertThat(type.rule()).isEqualTo("second-opinion");
        assertThat(type.confidence()).isEqualTo(0.7);
        assertThat(type.evidence())
                .containsExactly("second opinion referral", "words alone: complaint " + confidence());
        assertThat(decision.outcome()).contains("differed");
    }

    @Test
    void no_opinion_leaves_what_the_words_alone_say() {
        Decision decision = decision(asked(Missing.TIMED_OUT));

        assertThat(decision.routing()).isEqualTo(byWords);
        assertThat(decision.outcome()).contains("timed-out");
    }

    @Test
    void where_nobody_is_asked_it_is_settled_at_once() {
        Decision decision = decision(SecondOpinion.OFF);

        assertThat(decision.isSettled()).isTrue();
        assertThat(decision.routing()).isEqualTo(byWords);
        assertThat(decision.outcome()).isEmpty();
    }

    @Test
    void it_is_settled_when_the_opinion_is_there() {
        CompletableFuture<Opinion> asked = new CompletableFuture<>();
        Decision decision = decision((about, type) -> Optional.of(asked));

        assertThat(decision.isSettled()).isFalse();
        asked.complete(new Given(FeedbackType.COMPLAINT));

        assertThat(decision.isSettled()).isTrue();
        assertThat(decision.outcome()).contains("agreed");
    }

    @Test
    void a_consultant_knows_better() {
        Decision decision = Decision.about(
                statement.correctedTo(FeedbackType.IDEA), FRIDAY, ROUTER, asked(new Given(FeedbackType.REFERRAL)));

        assertThat(decision.routing().type()).isEqualTo(FeedbackType.IDEA);
        assertThat(decision.routing().findings())
                .extracting(Finding::rule)
                .contains("correction")
                .doesNotContain("second-opinion");
    }

    @Test
    void what_was_not_read_is_not_asked_about() {
        Decision decision = Decision.about(
                statement, FRIDAY, Router.unread(ShippedRules.document()), asked(new Given(FeedbackType.REFERRAL)));

        assertThat(decision.routing().type()).isEqualTo(FeedbackType.OTHER);
        assertThat(decision.outcome()).isEmpty();
    }

    private Decision decision(SecondOpinion secondOpinion) {
        return Decision.about(statement, FRIDAY, ROUTER, secondOpinion);
    }

    /** Whoever is asked about everything. */
    private static SecondOpinion asked(Opinion opinion) {
        return (statement, type) -> Optional.of(CompletableFuture.completedFuture(opinion));
    }

    private String confidence() {
        List<Finding> findings = byWords.findings();
        return String.format("%.2f", findings.get(1).confidence());
    }
}
