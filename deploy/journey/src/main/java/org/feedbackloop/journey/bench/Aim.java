package org.feedbackloop.journey.bench;

import java.util.Locale;

/** What a ratio should be, and the sentence on whether it is. */
record Aim(String ratioOf, Bound bound, double limit) {

    enum Bound {
        AT_LEAST,
        AT_MOST
    }

    static Aim atLeast(double limit, String ratioOf) {
        return new Aim(ratioOf, Bound.AT_LEAST, limit);
    }

    static Aim atMost(double limit, String ratioOf) {
        return new Aim(ratioOf, Bound.AT_MOST, limit);
    }

    /** Judges the median, and shows how far single rounds lay from it. */
    String verdictOn(Spread ratios) {
        boolean met = bound == Bound.AT_LEAST ? ratios.median() >= limit : ratios.median() <= limit;
        return ratios.line(ratioOf)
                + String.format(
                        Locale.ROOT,
                        "   aim %s %.1f   %s",
                        bound == Bound.AT_LEAST ? ">=" : "<=",
                        limit,
                        met ? "met" : "missed");
    }
}
