package org.feedbackloop.routing.training;

import java.util.Arrays;
import java.util.List;
import org.feedbackloop.event.v1.FeedbackType;

/**
 * How to turn scores into shares that mean what they say: one factor for all scores and an offset for each type, such that
 * texts that no model was trained on are as likely as possible what they are.
 */
record Calibration(double factor, double[] offsets) {

    private static final int TYPES = FeedbackType.values().length;

    /** Leaves scores as they are. */
    static final Calibration NONE = new Calibration(1, new double[TYPES]);

    private static final int STEPS = 3_000;
    private static final double PACE = 0.5;

    static Calibration of(double[][] scores, List<FeedbackType> types) {
        double factor = 1;
        double[] offsets = new double[TYPES];
        // Large scores have steep slopes: without this the steps would be too long for them.
        double size = Arrays.stream(scores)
                .flatMapToDouble(Arrays::stream)
                .map(score -> score * score)
                .average()
                .orElse(1);
        for (int step = 0; step < STEPS; step++) {
            double factorSlope = 0;
            double[] offsetSlopes = new double[TYPES];
            for (int text = 0; text < scores.length; text++) {
                double[] shares = shares(scores[text], factor, offsets);
                for (int type = 0; type < TYPES; type++) {
                    double missing = (types.get(text).ordinal() == type ? 1 : 0) - shares[type];
                    factorSlope += missing * scores[text][type];
                    offsetSlopes[type] += missing;
                }
            }
            double pace = PACE / scores.length;
            factor += pace * factorSlope / Math.max(1, size);
            for (int type = 0; type < TYPES; type++) {
                offsets[type] += pace * offsetSlopes[type];
            }
        }
        return new Calibration(factor, offsets);
    }

    double[] shares(double[] scores) {
        return shares(scores, factor, offsets);
    }

    double[] scores(double[] scores) {
        double[] calibrated = new double[TYPES];
        for (int type = 0; type < TYPES; type++) {
            calibrated[type] = scores[type] * factor + offsets[type];
        }
        return calibrated;
    }

    private static double[] shares(double[] scores, double factor, double[] offsets) {
        double[] shares = new double[TYPES];
        double highest = Double.NEGATIVE_INFINITY;
        for (int type = 0; type < TYPES; type++) {
            shares[type] = scores[type] * factor + offsets[type];
            highest = Math.max(highest, shares[type]);
        }
        double sum = 0;
        for (int type = 0; type < TYPES; type++) {
            shares[type] = Math.exp(shares[type] - highest);
            sum += shares[type];
        }
        for (int type = 0; type < TYPES; type++) {
            shares[type] /= sum;
        }
        return shares;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Calibration that && factor == that.factor && Arrays.equals(offsets, that.offsets);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(offsets);
    }

    @Override
    public String toString() {
        return "Calibration[" + factor + ", " + Arrays.toString(offsets) + "]";
    }
}
