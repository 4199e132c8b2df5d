package org.feedbackloop.routing.type;

import java.util.Arrays;
import java.util.List;

/**
 * What speaks for each type, and how much. A weight is a byte; what one is worth is said for each type and block of features,
 * which keeps the model small and costs no accuracy that could be measured.
 *
 * @param weights of each feature for each type: those of one feature stand together
 * @param scales what a weight of 1 is worth, for each block and type
 * @param biases what speaks for each type before anything is read
 */
public record ModelWeights(byte[] weights, float[] scales, float[] biases) {

    static final int TYPES = Likelihoods.TYPES;

    public ModelWeights {
        if (weights.length != TextFeatures.SPACE * TYPES
                || scales.length != TextFeatures.BLOCKS * TYPES
                || biases.length != TYPES) {
            throw new IllegalArgumentException("weights of another kind of model");
        }
    }

    /**
     * @param features those that have weights
     * @param exact for each of them, a weight for each type
     */
    public static ModelWeights of(int[] features, float[][] exact, float[] biases) {
        float[] scales = new float[TextFeatures.BLOCKS * TYPES];
        for (int i = 0; i < features.length; i++) {
            int block = TextFeatures.blockOf(features[i]) * TYPES;
            for (int type = 0; type < TYPES; type++) {
                scales[block + type] = Math.max(scales[block + type], Math.abs(exact[i][type]) / Byte.MAX_VALUE);
            }
        }
        byte[] weights = new byte[TextFeatures.SPACE * TYPES];
        for (int i = 0; i < features.length; i++) {
            int block = TextFeatures.blockOf(features[i]) * TYPES;
            for (int type = 0; type < TYPES; type++) {
                float scale = scales[block + type];
                weights[features[i] * TYPES + type] = (byte) (scale == 0 ? 0 : Math.round(exact[i][type] / scale));
            }
        }
        return new ModelWeights(weights, scales, biases.clone());
    }

    /** The same decisions, with every score made so many times as large and moved by so much. */
    public ModelWeights calibrated(double factor, double[] offsets) {
        float[] moreScales = scales.clone();
        float[] moreBiases = biases.clone();
        for (int i = 0; i < scales.length; i++) {
            moreScales[i] *= (float) factor;
        }
        for (int type = 0; type < TYPES; type++) {
            moreBiases[type] = (float) (biases[type] * factor + offsets[type]);
        }
        return new ModelWeights(weights, moreScales, moreBiases);
    }

    public double[] scores(FeatureVector text) {
        double[] scores = new double[TYPES];
        for (int type = 0; type < TYPES; type++) {
            scores[type] = biases[type];
        }
        for (int i = 0; i < text.features().length; i++) {
            int feature = text.features()[i];
            float value = text.values()[i];
            int block = TextFeatures.blockOf(feature) * TYPES;
            for (int type = 0; type < TYPES; type++) {
                scores[type] += value * scales[block + type] * weights[feature * TYPES + type];
            }
        }
        return scores;
    }

    /** For each type the highest score that any of these has; empty if there are none. */
    public double[] highest(List<FeatureVector> sentences) {
        if (sentences.isEmpty()) {
            return new double[0];
        }
        double[] highest = scores(sentences.get(0));
        for (FeatureVector sentence : sentences.subList(1, sentences.size())) {
            double[] scores = scores(sentence);
            for (int type = 0; type < TYPES; type++) {
                highest[type] = Math.max(highest[type], scores[type]);
            }
        }
        return highest;
    }

    /** How much more a feature speaks for this type than for the others. */
    float leaning(int feature, int type) {
        int block = TextFeatures.blockOf(feature) * TYPES;
        float sum = 0;
        for (int other = 0; other < TYPES; other++) {
            float worth = scales[block + other] * weights[feature * TYPES + other];
            sum += other == type ? worth * TYPES : -worth;
        }
        return sum / TYPES;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ModelWeights that
                && Arrays.equals(weights, that.weights)
                && Arrays.equals(scales, that.scales)
                && Arrays.equals(biases, that.biases);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(weights);
    }

    @Override
    public String toString() {
        return "ModelWeights[" + weights.length + "]";
    }
}
