package org.feedbackloop.routing.type;

import java.util.Set;
import org.feedbackloop.event.v1.FeedbackType;

/** Models for tests. */
final class Models {

    private Models() {}

    /** To it every type is as likely as the others, whatever is said, and none likely. */
    static TypeModel knowingNothing() {
        return knowing(Set.of(), new int[0], new float[0][]);
    }

    /** To it everything is of one type, with a likelihood of 99 %. */
    static TypeModel sureOf(FeedbackType type) {
        float[] biases = {-7, -7, -7, -7, -7, -7};
        biases[type.ordinal()] = -0.5f;
        return with(Set.of(), ModelWeights.of(new int[0], new float[0][], biases));
    }

    static TypeModel knowing(Set<String> vocabulary, int[] features, float[][] weights) {
        return with(vocabulary, ModelWeights.of(features, weights, new float[] {-2, -2, -2, -2, -2, -2}));
    }

    private static TypeModel with(Set<String> vocabulary, ModelWeights weights) {
        return new TypeModel("test", new TextFeatures(FeatureOptions.CHOSEN, Lexicon.shipped()), weights, vocabulary);
    }
}
