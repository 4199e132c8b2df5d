package org.feedbackloop.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedbackloop.routing.Said.said;

import java.time.Instant;
import org.feedbackloop.event.v1.ConsentWord;
import org.feedbackloop.event.v1.FeedbackType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The shipped rules, from a statement to what is owed. */
class RouterTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private final Router router = new Router(ShippedRules.document());

    @ParameterizedTest
    @EnumSource(names = {"STOP", "START"})
    void a_consent_word_obliges_to_nothing_and_skips_no_step(ConsentWord word) {
        Routing routing = router.route(said(word.name()).meaning(word).statement(), NOW);

        assertThat(routing.type()).isEqualTo(FeedbackType.OTHER);
        assertThat(routing.obligation()).isNull();
        assertThat(routing.findings())
                .extracting("step")
                .containsExactly("language", "type", "category", "queue", "priority", "obligation");
        assertThat(routing.findings().get(1).evidence()).containsExactly("consent word " + word.wireName());
    }

    @Test
    void who_asks_for_help_is_owed_an_answer() {
        Routing routing = router.route(said("HELP").meaning(ConsentWord.HELP).statement(), NOW);

        assertThat(routing.type()).isEqualTo(FeedbackType.QUESTION);
        assertThat(routing.obligation())
                .satisfies(owed -> assertThat(owed.action()).isEqualTo("answer"));
    }
}
