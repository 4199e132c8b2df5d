package org.feedbackloop.routing.type;

import java.util.Set;

/** Models for tests. */
final class Models {

    private Models() {}

    /** To it every type is as likely as the others, whatever is said, and none likely. */
    static TypeModel knowingNothing() {
        return knowing(Set.of(), new int[0], new float[0][]);
    }

    static TypeModel knowing(Set<String> vocabulary, int[] features, float[][] weights) {
        return new TypeModel(
                "test",
                new TextFeatures(FeatureOptions.CHOSEN, Lexicon.shipped()),
                ModelWeights.of(features, weights, new float[] {-2, -2, -2, -2, -2, -2}),
                vocabulary);
    }
}
