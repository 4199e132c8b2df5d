package org.feedbackloop.routing.type;

import org.feedbackloop.event.v1.FeedbackType;

/** How likely a text is of each type. All together are 1. */
public final class Likelihoods {

    static final int TYPES = FeedbackType.values().length;

    private static final FeedbackType[] ALL = FeedbackType.values();

    private final double[] byType;

    private Likelihoods(double[] byType) {
        this.byType = byType;
    }

    /** From a score for each type, in the order of {@link FeedbackType}; e to the power of it is in proportion to its share. */
    static Likelihoods ofScores(double[] scores) {
        double highest = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            highest = Math.max(highest, score);
        }
        double[] byType = new double[scores.length];
        double sum = 0;
        for (int type = 0; type < scores.length; type++) {
            byType[type] = Math.exp(scores[type] - highest);
            sum += byType[type];
        }
        for (int type = 0; type < scores.length; type++) {
            byType[type] /= sum;
        }
        return new Likelihoods(byType);
    }

    public double of(FeedbackType type) {
        return byType[type.ordinal()];
    }

    public FeedbackType likeliest() {
        FeedbackType best = FeedbackType.OTHER;
        for (FeedbackType type : ALL) {
            if (of(type) > of(best)) {
                best = type;
            }
        }
        return best;
    }
}
