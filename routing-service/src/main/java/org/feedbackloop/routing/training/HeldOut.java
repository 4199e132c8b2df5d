package org.feedbackloop.routing.training;

import java.util.ArrayList;
import java.util.List;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.routing.type.FeatureVector;
import org.feedbackloop.routing.type.ModelWeights;

/** What models say of texts that they were not trained on. */
final class HeldOut {

    private final List<FeatureVector> vectors;
    private final List<FeedbackType> types;

    HeldOut(List<FeatureVector> vectors, List<FeedbackType> types) {
        this.vectors = vectors;
        this.types = types;
    }

    /** For each text its scores, by a model that was trained without its fold. */
    double[][] scores(Trainer trainer, Folds folds) {
        double[][] scores = new double[vectors.size()][];
        for (int fold = 0; fold < folds.count(); fold++) {
            boolean[] trained = new boolean[vectors.size()];
            for (int text = 0; text < trained.length; text++) {
                trained[text] = folds.ofText()[text] != fold;
            }
            ModelWeights weights = train(trainer, trained);
            for (int text = 0; text < trained.length; text++) {
                if (!trained[text]) {
                    scores[text] = weights.scores(vectors.get(text));
                }
            }
        }
        return scores;
    }

    ModelWeights train(Trainer trainer, boolean[] chosen) {
        List<FeatureVector> chosenVectors = new ArrayList<>();
        List<FeedbackType> chosenTypes = new ArrayList<>();
        for (int text = 0; text < chosen.length; text++) {
            if (chosen[text]) {
                chosenVectors.add(vectors.get(text));
                chosenTypes.add(types.get(text));
            }
        }
        return trainer.train(chosenVectors, chosenTypes);
    }
}
