package org.feedbackloop.journey.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * One server's figures: of one round, or the medians of several, each figure by itself.
 *
 * @param cpuMicrosPerPost spent by the server's process, in all its threads
 */
record Figures(
        double postsPerSecond, double recordsPerSecond, double p50Millis, double p99Millis, double cpuMicrosPerPost) {

    static final String HEADINGS =
            String.format("%-18s %9s %10s %9s %9s %12s", "", "posts/s", "records/s", "p50 ms", "p99 ms", "CPU us/post");

    static Figures median(List<Figures> rounds) {
        return new Figures(
                median(rounds, Figures::postsPerSecond),
                median(rounds, Figures::recordsPerSecond),
                median(rounds, Figures::p50Millis),
                median(rounds, Figures::p99Millis),
                median(rounds, Figures::cpuMicrosPerPost));
    }

    /** Its row under {@link #HEADINGS}. */
    String line(String label) {
        return String.format(
                Locale.ROOT,
                "%-18s %9.0f %10.0f %9.2f %9.2f %12.1f",
                label,
                postsPerSecond,
                recordsPerSecond,
                p50Millis,
                p99Millis,
                cpuMicrosPerPost);
    }

    private static double median(List<Figures> rounds, ToDoubleFunction<Figures> figure) {
        return Spread.of(rounds.stream().mapToDouble(figure).toArray()).median();
    }
}
