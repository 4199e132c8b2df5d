package org.feedbackloop.routing.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.event.v1.Obligation;
import org.feedbackloop.routing.ShippedRules;
import org.feedbackloop.routing.queue.WorkingCalendar;
import org.feedbackloop.routing.rules.Rules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObligationsTest {

    private final Rules rules = ShippedRules.document().rules();
    private final WorkingCalendar office = rules.fallback().calendar();
    private final Obligations obligations = new Obligations(rules.duties());

    @ParameterizedTest
    @CsvSource({
        // Learnt on a Friday at four in the afternoon; the office is open nine to six, Monday to Friday, in UTC.
        "COMPLAINT, resolve, 2026-11-25T16:00:00Z, 2026-11-23T11:00:00Z",
        "QUESTION,  answer,  2026-11-23T16:00:00Z,",
        "REFERRAL,  contact, 2026-11-23T16:00:00Z,",
        "IDEA,      decide,  2026-12-04T16:00:00Z,",
        "PRAISE,    thank,   2026-11-23T16:00:00Z,",
    })
    void every_type_is_owed_its_own(FeedbackType type, String action, Instant dueAt, Instant acknowledgeBy) {
        Instant friday = Instant.parse("2026-11-20T16:00:00Z");

        assertThat(obligations.of(type, office, friday).value()).contains(new Obligation(action, dueAt, acknowledgeBy));
    }

    @Test
    void other_obliges_us_to_nothing() {
        var verdict = obligations.of(FeedbackType.OTHER, office, Instant.parse("2026-11-20T16:00:00Z"));

        assertThat(verdict.value()).isEmpty();
        assertThat(verdict.evidence()).containsExactly("nothing is owed for type other");
    }
}
