package org.feedbackloop.routing.backtest;

import java.util.Comparator;

/** What the live rules say, and what the draft says. */
record Pair(String from, String to) implements Comparable<Pair> {

    boolean isSame() {
        return from.equals(to);
    }

    @Override
    public int compareTo(Pair other) {
        return Comparator.comparing(Pair::from).thenComparing(Pair::to).compare(this, other);
    }
}
