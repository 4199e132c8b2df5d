package org.feedbackloop.routing.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SharesTest {

    @Test
    void a_few_of_many_are_given_though_no_part_has_a_right_to_a_whole_one() {
        long[] twelve = new long[12];
        Arrays.fill(twelve, 10);

        assertThat(Arrays.stream(Shares.of(5, twelve)).sum()).isEqualTo(5);
    }

    @Test
    void the_small_are_not_passed_over_for_the_large() {
        assertThat(Shares.of(12, 1_000, 1, 1, 1)).containsExactly(9, 1, 1, 1);
        assertThat(Shares.of(4, 1_000, 1, 1, 1)).containsExactly(1, 1, 1, 1);
    }

    @Test
    void who_asks_for_all_gets_all() {
        assertThat(Shares.of(100, 7, 3)).containsExactly(7, 3);
        assertThat(Shares.of(100)).isEmpty();
    }

    @Test
    void whatever_the_lengths_all_that_may_be_given_is_given_and_nobody_gets_more_than_there_is() {
        Random random = new Random(7);
        for (int i = 0; i < 1_000; i++) {
            long[] lengths = random.longs(1 + random.nextInt(12), 1, 1_000).toArray();
            long most = 1 + random.nextInt(5_000);

            long[] shares = Shares.of(most, lengths);

            assertThat(Arrays.stream(shares).sum())
                    .isEqualTo(Math.min(most, Arrays.stream(lengths).sum()));
            for (int at = 0; at < lengths.length; at++) {
                assertThat(shares[at]).isBetween(most >= lengths.length ? 1L : 0L, lengths[at]);
            }
        }
    }
}
