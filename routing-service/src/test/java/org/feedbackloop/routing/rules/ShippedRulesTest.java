package org.feedbackloop.routing.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.feedbackloop.routing.ShippedRules;
import org.feedbackloop.routing.category.LocalWord;
import org.feedbackloop.routing.language.Language;
import org.feedbackloop.routing.language.LanguageProfile;
import org.feedbackloop.routing.queue.Queues;
import org.feedbackloop.routing.queue.WorkingTime;
import org.feedbackloop.routing.queue.Workload;
import org.junit.jupiter.api.Test;

class ShippedRulesTest {

    @Test
    void the_shipped_rules_are_whole() {
        RulesDocument document = ShippedRules.document();

        assertThat(document.version()).matches("shop-1-[0-9a-f]{8}");
        assertThat(document.rules().fallback().name()).isEqualTo("general");
    }

    @Test
    void the_office_is_closed_on_the_holidays_of_every_year() {
        var office = ShippedRules.document().rules().fallback().calendar();

        // In 2031, Christmas is a Thursday and a Friday, and New Year's Day a Thursday.
        assertThat(WorkingTime.parse("1h").after(Instant.parse("2031-12-24T17:30:00Z"), office))
                .isEqualTo("2031-12-29T09:30:00Z");
        assertThat(WorkingTime.parse("1d").after(Instant.parse("2031-12-31T10:00:00Z"), office))
                .isEqualTo("2032-01-02T10:00:00Z");
    }

    @Test
    void every_branch_of_the_tree_has_words_in_every_language_and_somebody_who_answers() {
        Rules rules = ShippedRules.document().rules();
        Set<Language> answered = rules.languages().stream()
                .filter(LanguageProfile::answered)
                .map(LanguageProfile::language)
                .collect(Collectors.toSet());

        assertThat(rules.categories()).hasSizeGreaterThan(30).allSatisfy(category -> {
            assertThat(category.words()).extracting(LocalWord::language).containsAll(answered);
            var verdict = new Queues(rules.queues(), rules.fallback(), Workload.UNKNOWN)
                    .of(category.path(), new Language("en"), null);
            assertThat(verdict.rule()).isEqualTo("queue");
        });
    }
}
