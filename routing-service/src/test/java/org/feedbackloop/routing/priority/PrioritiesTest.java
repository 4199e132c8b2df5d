package org.feedbackloop.routing.priority;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.junit.jupiter.api.Test;

class PrioritiesTest {

    private final Priorities priorities =
            new Priorities(List.of("injur*", "в суд"), HIGH, Map.of(FeedbackType.PRAISE, LOW));

    @Test
    void harm_is_urgent_whatever_the_type_and_in_any_language() {
        assertThat(priority(said("Great shop, but my son was injured"), FeedbackType.PRAISE))
                .isEqualTo(URGENT);
        assertThat(priority(said("подам в суд"), FeedbackType.OTHER)).isEqualTo(URGENT);
    }

    @Test
    void the_lowest_score_is_looked_at_before_its_type() {
        assertThat(priority(nothing().rated(STARS, 1), FeedbackType.PRAISE)).isEqualTo(HIGH);
        assertThat(priority(nothing().rated(NPS, 2), FeedbackType.PRAISE)).isEqualTo(HIGH);
        assertThat(priority(nothing().rated(NPS, 3), FeedbackType.PRAISE)).isEqualTo(LOW);
    }

    @Test
    void a_type_without_an_entry_is_normal() {
        assertThat(priority(said("x"), FeedbackType.OTHER)).isEqualTo(NORMAL);
    }

    private Priority priority(Said said, FeedbackType type) {
        return priorities.of(said.statement(), type).value();
    }
}
