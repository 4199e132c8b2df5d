package org.feedbackloop.journey.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.feedbackloop.journey.faults.FaultPlan.Moment;
import org.junit.jupiter.api.Test;

class FaultPlanTest {

    @Test
    void every_fault_strikes_once_and_before_the_posts_end() {
        List<Moment> moments = FaultPlan.of(300, 7).moments();

        assertThat(moments)
                .extracting(Moment::fault)
                .map(Fault::toString)
                .hasSize(7)
                .doesNotHaveDuplicates();
        assertThat(moments).extracting(Moment::afterPosts).isSorted().allMatch(posts -> posts < 300);
    }

    @Test
    void the_same_seed_gives_the_same_plan_and_another_seed_another() {
        assertThat(order(7)).isEqualTo(order(7)).isNotEqualTo(order(8));
    }

    private static List<String> order(long seed) {
        return FaultPlan.of(300, seed).moments().stream()
                .map(moment -> moment.afterPosts() + " " + moment.fault())
                .toList();
    }
}
