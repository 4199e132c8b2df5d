package org.feedbackloop.routing.backtest;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Divides what may be read among those who have something to read. */
final class Shares {

    private Shares() {}

    /**
     * As the lengths are to each other, but one for each if there is one for each; all that may be given is given.
     *
     * @param lengths of what there is, each 1 or more
     */
    static long[] of(long most, long... lengths) {
        long total = Arrays.stream(lengths).sum();
        if (total <= most) {
            return lengths.clone();
        }
        long first = most >= lengths.length ? 1 : 0;
        long rest = most - first * lengths.length;
        double portion = (double) rest / (total - first * lengths.length);
        long[] shares = Arrays.stream(lengths)
                .map(length -> first + (long) Math.floor((length - first) * portion))
                .toArray();
        // Whole ones are given to whom the most is owed, until none is left over.
        int[] byWhatIsOwed = IntStream.range(0, lengths.length)
                .boxed()
                .sorted(Comparator.comparingDouble(at -> shares[at] - first - (lengths[at] - first) * portion))
                .mapToInt(at -> at)
                .toArray();
        long left = most - Arrays.stream(shares).sum();
        for (int at : byWhatIsOwed) {
            if (left > 0 && shares[at] < lengths[at]) {
                shares[at]++;
                left--;
            }
        }
        return shares;
    }
}
