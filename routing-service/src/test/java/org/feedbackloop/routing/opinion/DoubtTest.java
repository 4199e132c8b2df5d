package org.feedbackloop.routing.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.feedbackloop.event.v1.Finding;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoubtTest {

    private final Doubt doubt = new Doubt(0.4);

    @ParameterizedTest
    @ValueSource(strings = {"model", "cue-words"})
    void words_that_are_not_sure_leave_a_doubt(String rule) {
        assertThat(doubt.isLeftBy(type(0.39, rule))).isTrue();
        assertThat(doubt.isLeftBy(type(0.4, rule))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correction",
                "declared-type",
                "consent-word",
                "low-score",
                "high-score",
                "second-opinion",
                "other"
            })
    void what_was_not_decided_by_words_leaves_none(String rule) {
        assertThat(doubt.isLeftBy(type(0.1, rule))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, 0.71, Double.NaN})
    void a_bound_that_a_second_opinion_cannot_help_with_is_refused(double below) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Doubt(below))
                .withMessageContaining("routing.second-opinion.below");
    }

    private static Finding type(double confidence, String rule) {
        return new Finding("type", "idea", confidence, List.of(), rule);
    }
}
