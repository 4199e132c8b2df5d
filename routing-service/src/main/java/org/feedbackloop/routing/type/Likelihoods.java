package org.feedbackloop.routing.type;

import org.feedbackloop.event.v1.FeedbackType;

/**
 * How likely a text is of each type: as the one thing that it is, where all together are 1; and as one thing among others, where
 * two may be likely at once.
 */
public final class Likelihoods {

    static final int TYPES = FeedbackType.values().length;

    private static final FeedbackType[] ALL = FeedbackType.values();

    private final double[] byType;
    private final double[] scores;

    private Likelihoods(double[] byType, double[] scores) {
        this.byType = byType;
        this.scores = scores;
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
        return new Likelihoods(byType, scores.clone());
    }

    public double of(FeedbackType type) {
        return byType[type.ordinal()];
    }

    /** How likely it is of that type, whatever else it is. */
    public double besides(FeedbackType type) {
        return 1 / (1 + Math.exp(-scores[type.ordinal()]));
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
