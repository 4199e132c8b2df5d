package org.feedbackloop.routing.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.event.v1.Obligation;
import org.feedbackloop.routing.ShippedRules;
import org.feedbackloop.routing.queue.WorkingCalendar;
import org.feedbackloop.routing.queue.WorkingTime;
import org.feedbackloop.routing.rules.Rules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObligationsTest {

    private final Rules rules = ShippedRules.document().rules();
    private final WorkingCalendar office = rules.fallback().calendar();
    private final Obligations obligations = new Obligations(rules.duties(), rules.dutiesOfHarm());

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

        assertThat(obligations.of(type, null, office, friday).value())
                .contains(new Obligation(action, dueAt, acknowledgeBy));
    }

    @Test
    void other_obliges_us_to_nothing() {
        var verdict = obligations.of(FeedbackType.OTHER, null, office, Instant.parse("2026-11-20T16:00:00Z"));

        assertThat(verdict.value()).isEmpty();
        assertThat(verdict.evidence()).containsExactly("nothing is owed for type other");
    }

    @Test
    void harm_obliges_us_whatever_the_type() {
        var verdict = obligations.of(FeedbackType.OTHER, "injury", office, Instant.parse("2026-11-20T16:00:00Z"));

        assertThat(verdict.value())
                .contains(new Obligation(
                        "resolve", Instant.parse("2026-11-23T16:00:00Z"), Instant.parse("2026-11-20T16:30:00Z")));
        assertThat(verdict.evidence())
                .containsExactly("harm injury", "resolve within 1d", "acknowledge within 30m", "calendar office");
    }

    @Test
    void of_what_harm_and_what_the_type_obliges_us_to_the_sooner_counts() {
        Duty thorough = new Duty("investigate", WorkingTime.parse("5d"), WorkingTime.parse("6h"));
        var both = new Obligations(
                Map.of(FeedbackType.COMPLAINT, duty("3d", "4h"), FeedbackType.QUESTION, duty("9d", null)),
                Map.of("legal", thorough));
        Instant monday = Instant.parse("2026-11-23T09:00:00Z");

        assertThat(both.of(FeedbackType.COMPLAINT, "legal", office, monday).value())
                .contains(new Obligation(
                        "investigate", Instant.parse("2026-11-26T09:00:00Z"), Instant.parse("2026-11-23T13:00:00Z")));
        assertThat(both.of(FeedbackType.QUESTION, "legal", office, monday).value())
                .contains(new Obligation(
                        "investigate", Instant.parse("2026-11-30T09:00:00Z"), Instant.parse("2026-11-23T15:00:00Z")));
    }

    @Test
    void harm_without_a_duty_of_its_own_obliges_us_as_the_type_does() {
        var verdict = obligations.of(FeedbackType.QUESTION, "haunting", office, Instant.parse("2026-11-23T09:00:00Z"));

        assertThat(verdict.evidence()).containsExactly("type question", "answer within 1d", "calendar office");
    }

    private static Duty duty(String within, String acknowledgeWithin) {
        return new Duty(
                "resolve",
                WorkingTime.parse(within),
                acknowledgeWithin == null ? null : WorkingTime.parse(acknowledgeWithin));
    }
}
