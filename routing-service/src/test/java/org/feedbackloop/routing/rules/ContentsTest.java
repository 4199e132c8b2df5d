package org.feedbackloop.routing.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.feedbackloop.routing.ShippedRules;
import org.feedbackloop.routing.rules.Contents.Warning;
import org.junit.jupiter.api.Test;

class ContentsTest {

    @Test
    void what_a_document_holds_is_counted() {
        Contents contents = Contents.of(RulesDocument.parse(SoundRules.TEXT));

        assertThat(contents.version()).startsWith("small-1-");
        assertThat(contents.languages()).isEqualTo(2);
        assertThat(contents.neighbours()).isEqualTo(1);
        assertThat(contents.cues()).isEqualTo(3);
        assertThat(contents.categories()).isEqualTo(1);
        assertThat(contents.queues()).isEqualTo(2);
        assertThat(contents.wordsOfHarm()).isEqualTo(1);
        assertThat(contents.obligations()).isEqualTo(1);
    }

    @Test
    void what_may_not_be_meant_so_is_named() {
        Contents contents = Contents.of(RulesDocument.parse(SoundRules.TEXT
                .replace("queues:\n", "queues:\n  - {name: idle, calendar: office}\n")
                .replace("categories: [billing], ", "")));

        assertThat(contents.warnings().get(0).reason()).contains("the trained model alone");
        assertThat(contents.warnings())
                .extracting(Warning::path)
                .containsExactly(
                        "languages.ru",
                        "queues.idle",
                        "queues.billing",
                        "categories.billing",
                        "obligations.idea",
                        "obligations.question",
                        "obligations.praise",
                        "obligations.referral");
    }

    @Test
    void nothing_in_the_shipped_rules_is_warned_of() {
        assertThat(Contents.of(ShippedRules.document()).warnings()).isEmpty();
    }
}
