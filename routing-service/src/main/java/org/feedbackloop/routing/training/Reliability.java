package org.feedbackloop.routing.training;

import java.util.Locale;

/** Whether confidence means something: of what is said with a confidence of 0.8, eight in ten should be right. */
final class Reliability {

    private static final int BINS = 10;

    private final int[] count = new int[BINS];
    private final int[] right = new int[BINS];
    private final double[] confidence = new double[BINS];

    void add(double confident, boolean isRight) {
        int bin = Math.min(BINS - 1, (int) (confident * BINS));
        count[bin]++;
        right[bin] += isRight ? 1 : 0;
        confidence[bin] += confident;
    }

    /** By how much confidence and truth differ, on average over all that was said. */
    double expectedError() {
        int all = 0;
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            all += count[bin];
            error += Math.abs(confidence[bin] - right[bin]);
        }
        return all == 0 ? 0 : error / all;
    }

    String table() {
        StringBuilder table =
                new StringBuilder("| said with confidence | texts | mean confidence | right |\n|---|--:|--:|--:|\n");
        for (int bin = 0; bin < BINS; bin++) {
            if (count[bin] > 0) {
                table.append(String.format(
                        Locale.ROOT,
                        "| %.1f to %.1f | %d | %.2f | %.2f |\n",
                        bin / (double) BINS,
                        (bin + 1) / (double) BINS,
                        count[bin],
                        confidence[bin] / count[bin],
                        right[bin] / (double) count[bin]));
            }
        }
        return table.toString();
    }
}
