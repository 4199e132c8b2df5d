package org.feedbackloop.routing.priority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedbackloop.event.v1.CustomerClass.A;
import static org.feedbackloop.event.v1.CustomerClass.B;
import static org.feedbackloop.event.v1.CustomerClass.C;
import static org.feedbackloop.event.v1.FeedbackType.COMPLAINT;
import static org.feedbackloop.event.v1.FeedbackType.OTHER;
import static org.feedbackloop.event.v1.FeedbackType.PRAISE;
import static org.feedbackloop.event.v1.Priority.HIGH;
import static org.feedbackloop.event.v1.Priority.LOW;
import static org.feedbackloop.event.v1.Priority.NORMAL;
import static org.feedbackloop.event.v1.Priority.URGENT;
import static org.feedbackloop.event.v1.RatingScale.NPS;
import static org.feedbackloop.event.v1.RatingScale.STARS;
import static org.feedbackloop.routing.Said.nothing;
import static org.feedbackloop.routing.Said.said;

import java.util.List;
import java.util.Map;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.event.v1.Priority;
import org.feedbackloop.routing.Said;
import org.feedbackloop.routing.harm.Harm;
import org.feedbackloop.routing.harm.HarmHeard;
import org.feedbackloop.routing.reading.Verdict;
import org.junit.jupiter.api.Test;

class PrioritiesTest {

    private static final HarmHeard INJURY = heard(URGENT, true);

    private final Priorities priorities =
            new Priorities(HIGH, Map.of(PRAISE, LOW, COMPLAINT, HIGH), Map.of(A, Step.SOONER, C, Step.LATER));

    @Test
    void harm_is_urgent_whatever_the_type_and_says_which() {
        Verdict<Priority> verdict = priorities.of(said("x").statement(), PRAISE, INJURY);

        assertThat(verdict)
                .isEqualTo(new Verdict<>(
                        URGENT, 0.9, List.of("harm injury", "before a supervisor at once", "injur*"), "harm"));
    }

    @Test
    void a_lesser_harm_leaves_more_urgent_what_is_so_for_another_reason() {
        HarmHeard lesser = heard(NORMAL, false);

        assertThat(priorities.of(said("x").statement(), COMPLAINT, lesser))
                .isEqualTo(new Verdict<>(HIGH, 1, List.of("type complaint"), "type"));
        assertThat(priorities.of(said("x").statement(), PRAISE, lesser).evidence())
                .containsExactly("harm injury", "injur*");
    }

    @Test
    void the_lowest_score_makes_it_more_urgent_than_its_type_and_never_less() {
        assertThat(priority(nothing().rated(STARS, 1), PRAISE)).isEqualTo(HIGH);
        assertThat(priority(nothing().rated(NPS, 2), PRAISE)).isEqualTo(HIGH);
        assertThat(priority(nothing().rated(NPS, 3), PRAISE)).isEqualTo(LOW);
        assertThat(new Priorities(LOW, Map.of(COMPLAINT, HIGH), Map.of())
                        .of(nothing().rated(NPS, 2).statement(), COMPLAINT, null)
                        .value())
                .isEqualTo(HIGH);
    }

    @Test
    void a_type_without_an_entry_is_normal() {
        assertThat(priority(said("x"), OTHER)).isEqualTo(NORMAL);
    }

    @Test
    void the_class_of_the_customer_moves_it_one_step_and_says_so() {
        Said good = said("x").byACustomerOfClass(A);

        assertThat(priorities.of(good.statement(), PRAISE, null))
                .isEqualTo(new Verdict<>(
                        NORMAL, 0.9, List.of("type praise", "customer class A: sooner"), "customer-class"));
        assertThat(priority(good, OTHER)).isEqualTo(HIGH);
        assertThat(priority(said("x").byACustomerOfClass(C), COMPLAINT)).isEqualTo(NORMAL);
        assertThat(priority(said("x").byACustomerOfClass(C), PRAISE)).isEqualTo(LOW);
        assertThat(priority(said("x").byACustomerOfClass(B), PRAISE)).isEqualTo(LOW);
    }

    @Test
    void urgent_is_for_harm_alone_and_harm_asks_for_no_class() {
        assertThat(priorities.of(said("x").byACustomerOfClass(A).statement(), COMPLAINT, null))
                .isEqualTo(new Verdict<>(HIGH, 1, List.of("type complaint"), "type"));
        assertThat(priorities
                        .of(said("x").byACustomerOfClass(C).statement(), COMPLAINT, INJURY)
                        .value())
                .isEqualTo(URGENT);
    }

    private Priority priority(Said said, FeedbackType type) {
        return priorities.of(said.statement(), type, null).value();
    }

    private static HarmHeard heard(Priority priority, boolean supervisor) {
        return new HarmHeard(
                new Harm("injury", List.of("injur*"), List.of(), priority, supervisor, null, null), List.of("injur*"));
    }
}
