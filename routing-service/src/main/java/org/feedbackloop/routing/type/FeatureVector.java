package org.feedbackloop.routing.type;

/**
 * A text as the model reads it. Repetition counts ever less; each block of features is brought to one length, so that a long
 * letter weighs no more than a line, and the many sequences of characters no more than the few words.
 *
 * @param features those that occur, in no particular order
 * @param values how much each counts
 */
public record FeatureVector(int[] features, float[] values) {

    private static final float[] BLOCK_WEIGHTS = {1.5f, 1.5f, 1f};

    /** How much the blocks of words, characters and signals weigh in the shipped model. */
    public static float[] blockWeights() {
        return BLOCK_WEIGHTS.clone();
    }

    static FeatureVector of(FeatureCounts counts) {
        return of(counts, BLOCK_WEIGHTS);
    }

    public static FeatureVector of(FeatureCounts counts, float[] blockWeights) {
        int[] features = new int[counts.different()];
        float[] values = new float[features.length];
        int[] next = {0};
        float[] squares = new float[TextFeatures.BLOCKS];
        counts.each((feature, count) -> {
            int place = next[0]++;
            float value = count == 1 ? 1 : 1 + (float) Math.log(count);
            features[place] = feature;
            values[place] = value;
            squares[TextFeatures.blockOf(feature)] += value * value;
        });
        float[] factors = new float[TextFeatures.BLOCKS];
        for (int block = 0; block < factors.length; block++) {
            factors[block] = squares[block] == 0 ? 0 : blockWeights[block] / (float) Math.sqrt(squares[block]);
        }
        for (int place = 0; place < features.length; place++) {
            values[place] *= factors[TextFeatures.blockOf(features[place])];
        }
        return new FeatureVector(features, values);
    }
}
