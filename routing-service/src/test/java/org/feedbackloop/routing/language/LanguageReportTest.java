package org.feedbackloop.routing.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.feedbackloop.routing.ShippedRules;
import org.junit.jupiter.api.Test;

class LanguageReportTest {

    private final Languages languages =
            new Languages(ShippedRules.document().rules().languages(), LetterGroups.shipped());

    @Test
    void ours_count_when_they_are_told_and_others_when_they_are_not_taken_for_ours() {
        LanguageReport report = LanguageReport.of(
                languages,
                List.of(
                        "lang\tkind\ttext",
                        "en\tsentence\tThe lamp that I ordered has not arrived",
                        "en\tsentence\tLa lámpara que pedí no ha llegado",
                        "de\tsentence\tDie Lampe ist noch nicht gekommen",
                        "de\tsentence\tThe lamp that I ordered has not arrived"));

        assertThat(report.right("sentence")).isEqualTo(0.5);
        assertThat(report.notTaken()).isEqualTo(0.5);
        assertThat(report.notTaken("word_pair")).isEqualTo(1);
        assertThat(report.text()).contains("50.0 of 2");
    }

    @Test
    void a_line_that_is_none_is_refused() {
        assertThatThrownBy(() -> LanguageReport.of(languages, List.of("en\tjust this")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
