package org.feedbackloop.journey.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void work_is_told_by_the_second_the_percentile_and_the_post() {
        var figures = new Work(latencies(1, 100), Duration.ofSeconds(2), 5_000, Duration.ofMillis(10)).figures();

        assertThat(figures.postsPerSecond()).isEqualTo(50);
        assertThat(figures.recordsPerSecond()).isEqualTo(2_500);
        assertThat(figures.p50Millis()).isCloseTo(50, within(0.1));
        assertThat(figures.p99Millis()).isCloseTo(99, within(0.1));
        assertThat(figures.cpuMicrosPerPost()).isEqualTo(100);
    }

    @Test
    void several_turns_are_told_as_one() {
        var first = new Work(latencies(1, 50), Duration.ofSeconds(1), 50, Duration.ofMillis(1));
        var second = new Work(latencies(51, 100), Duration.ofSeconds(3), 50, Duration.ofMillis(3));

        var figures = first.plus(second).figures();

        assertThat(figures.postsPerSecond()).isEqualTo(25);
        assertThat(figures.p99Millis()).isCloseTo(99, within(0.1));
        assertThat(figures.cpuMicrosPerPost()).isEqualTo(40);
    }

    @Test
    void work_counts_only_if_what_was_accepted_was_published() {
        var load = new Load(latencies(1, 2), Duration.ofSeconds(1), new Refusals());

        assertThat(Work.verified("bare", load, 50, 100, Duration.ZERO).records())
                .isEqualTo(100);
        assertThatExceptionOfType(BrokenBench.class)
                .isThrownBy(() -> Work.verified("bare", load, 50, 99, Duration.ZERO))
                .withMessage("bare accepted 100 records and published 99");
    }

    @Test
    void work_with_a_refusal_in_it_does_not_count() {
        var refusals = new Refusals();
        refusals.add(new Answer(500, "oops"));
        var load = new Load(latencies(1, 2), Duration.ofSeconds(1), refusals);

        assertThatExceptionOfType(BrokenBench.class)
                .isThrownBy(() -> Work.verified("bare", load, 1, 2, Duration.ZERO))
                .withMessage("bare refused 1 of 2 posts: {500=1}, the first: [oops]");
    }

    @Test
    void each_figure_has_a_median_of_its_own() {
        var median = Figures.median(
                List.of(new Figures(1, 10, 5, 9, 7), new Figures(2, 30, 4, 8, 7), new Figures(3, 20, 6, 7, 1)));

        assertThat(median).isEqualTo(new Figures(2, 20, 5, 8, 7));
    }

    @Test
    void the_median_of_an_even_count_lies_between_the_middle_two() {
        assertThat(Spread.of(4, 1, 3, 2)).isEqualTo(new Spread(1, 2.5, 4));
    }

    @Test
    void an_aim_is_judged_by_the_median() {
        var ratios = new Spread(0.5, 0.9, 1.2);

        assertThat(Aim.atLeast(0.9, "speed").verdictOn(ratios))
                .contains("0.90 (0.50 to 1.20)")
                .endsWith("met");
        assertThat(Aim.atLeast(1.0, "speed").verdictOn(ratios)).endsWith("missed");
        assertThat(Aim.atMost(0.9, "p99").verdictOn(ratios)).endsWith("met");
        assertThat(Aim.atMost(0.8, "p99").verdictOn(ratios)).endsWith("missed");
    }

    private static Histogram latencies(int fromMillis, int toMillis) {
        var latencies = new Histogram(3);
        for (int millis = fromMillis; millis <= toMillis; millis++) {
            latencies.recordValue(Duration.ofMillis(millis).toNanos());
        }
        return latencies;
    }
}
