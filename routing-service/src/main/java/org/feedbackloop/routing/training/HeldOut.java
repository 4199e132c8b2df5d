package org.feedbackloop.routing.training;

import java.util.ArrayList;
import java.util.List;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.routing.type.FeatureVector;
import org.feedbackloop.routing.type.ModelWeights;
import org.jspecify.annotations.Nullable;

/** What models say of texts that they were not trained on. */
final class HeldOut {

    private final List<FeatureVector> vectors;
    private final List<FeedbackType> types;
    private final List<@Nullable FeedbackType> also;

    /** @param vectors the texts, as the model reads them */
    HeldOut(List<FeatureVector> vectors, List<CorpusText> texts) {
        this.vectors = vectors;
        types = texts.stream().map(CorpusText::type).toList();
        also = new ArrayList<>();
        texts.forEach(text -> also.add(text.also()));
    }

    /** For each text its scores, by a model that was trained without its fold. */
    double[][] scores(Trainer trainer, Folds folds) {
        double[][] scores = new double[vectors.size()][];
        each(trainer, folds, (text, weights) -> scores[text] = weights.scores(vectors.get(text)));
        return scores;
    }

    /** Every text with the weights of a model that was trained without its fold. */
    void each(Trainer trainer, Folds folds, Judge judge) {
        for (int fold = 0; fold < folds.count(); fold++) {
            boolean[] trained = new boolean[vectors.size()];
            for (int text = 0; text < trained.length; text++) {
                trained[text] = folds.ofText()[text] != fold;
            }
            ModelWeights weights = train(trainer, trained);
            for (int text = 0; text < trained.length; text++) {
                if (!trained[text]) {
                    judge.judge(text, weights);
                }
            }
        }
    }

    /** Is given a text by its place, and a model that does not know it. */
    @FunctionalInterface
    interface Judge {
        void judge(int text, ModelWeights weights);
    }

    /** The scores of the texts that are held back, by a model that was trained on all others; null for those. */
    double[][] scoresOf(Trainer trainer, List<Boolean> held) {
        boolean[] trained = new boolean[vectors.size()];
        for (int text = 0; text < trained.length; text++) {
            trained[text] = !held.get(text);
        }
        ModelWeights weights = train(trainer, trained);
        double[][] scores = new double[trained.length][];
        for (int text = 0; text < trained.length; text++) {
            if (!trained[text]) {
                scores[text] = weights.scores(vectors.get(text));
            }
        }
        return scores;
    }

    static FeedbackType highest(double[] scores) {
        int highest = 0;
        for (int type = 1; type < scores.length; type++) {
            if (scores[type] > scores[highest]) {
                highest = type;
            }
        }
        return FeedbackType.values()[highest];
    }

    FeatureVector vector(int text) {
        return vectors.get(text);
    }

    ModelWeights trainOnAll(Trainer trainer) {
        return trainer.train(vectors, types, also);
    }

    ModelWeights train(Trainer trainer, boolean[] chosen) {
        List<FeatureVector> chosenVectors = new ArrayList<>();
        List<FeedbackType> chosenTypes = new ArrayList<>();
        List<@Nullable FeedbackType> chosenAlso = new ArrayList<>();
        for (int text = 0; text < chosen.length; text++) {
            if (chosen[text]) {
                chosenVectors.add(vectors.get(text));
                chosenTypes.add(types.get(text));
                chosenAlso.add(also.get(text));
            }
        }
        return trainer.train(chosenVectors, chosenTypes, chosenAlso);
    }
}
