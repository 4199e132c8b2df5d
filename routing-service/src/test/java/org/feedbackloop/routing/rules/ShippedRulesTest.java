package org.feedbackloop.routing.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.feedbackloop.routing.ShippedRules;
import org.junit.jupiter.api.Test;

class ShippedRulesTest {

    @Test
    void the_shipped_rules_are_whole() {
        RulesDocument document = ShippedRules.document();

        assertThat(document.version()).matches("shop-1-[0-9a-f]{8}");
        assertThat(document.rules().fallback().name()).isEqualTo("general");
    }
}
