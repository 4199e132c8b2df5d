package org.feedbackloop.journey.bench;

import java.util.Arrays;
import java.util.Locale;

/** Where repeated measurements of one thing lie. */
record Spread(double least, double median, double most) {

    static Spread of(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("Nothing was measured");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(sorted[0], median, sorted[sorted.length - 1]);
    }

    /** @param what was measured */
    String line(String what) {
        return String.format(Locale.ROOT, "%-32s %5.2f (%.2f to %.2f)", what, median, least, most);
    }
}
