package org.feedbackloop.routing.training;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.routing.type.FeatureVector;
import org.feedbackloop.routing.type.ModelWeights;
import org.feedbackloop.routing.type.TextFeatures;

/**
 * Trains: logistic regression with an L2 penalty, each type against all others. Has no chance in it: the same texts give the
 * same weights.
 *
 * @param cost how much a wrong answer costs against large weights
 * @param fewest a feature that fewer texts have is left out
 */
record Trainer(double cost, int fewest) {

    /** What measured best. */
    static final Trainer CHOSEN = new Trainer(4, 2);

    private static final double PRECISION = 0.01;
    private static final int TYPES = FeedbackType.values().length;

    static {
        Linear.disableDebugOutput();
    }

    /**
     * @param texts what to learn from
     * @param types what each of them is
     */
    ModelWeights train(List<FeatureVector> texts, List<FeedbackType> types) {
        int[] places = places(texts);
        int features = Arrays.stream(places).max().orElse(0);
        int bias = features + 1;
        Problem problem = new Problem();
        problem.l = texts.size();
        problem.n = bias;
        problem.bias = -1;
        problem.y = types.stream().mapToDouble(FeedbackType::ordinal).toArray();
        problem.x = texts.stream().map(text -> nodes(text, places, bias)).toArray(Feature[][]::new);
        Model model = Linear.train(problem, new Parameter(SolverType.L2R_LR_DUAL, cost, PRECISION));
        return weights(model, places, bias);
    }

    /** For each feature its place in the problem, from 1; 0 for those that are left out. */
    private int[] places(List<FeatureVector> texts) {
        int[] having = new int[TextFeatures.SPACE];
        for (FeatureVector text : texts) {
            for (int feature : text.features()) {
                having[feature]++;
            }
        }
        int next = 0;
        int[] places = new int[TextFeatures.SPACE];
        for (int feature = 0; feature < places.length; feature++) {
            places[feature] = having[feature] >= fewest ? ++next : 0;
        }
        return places;
    }

    private static Feature[] nodes(FeatureVector text, int[] places, int bias) {
        long[] ordered = new long[text.features().length];
        int count = 0;
        for (int i = 0; i < ordered.length; i++) {
            int place = places[text.features()[i]];
            if (place > 0) {
                ordered[count++] = (long) place << 32 | i;
            }
        }
        Arrays.sort(ordered, 0, count);
        Feature[] nodes = new Feature[count + 1];
        for (int i = 0; i < count; i++) {
            nodes[i] = new FeatureNode((int) (ordered[i] >>> 32), text.values()[(int) ordered[i]]);
        }
        nodes[count] = new FeatureNode(bias, 1);
        return nodes;
    }

    private static ModelWeights weights(Model model, int[] places, int bias) {
        int[] classOf = new int[TYPES];
        Arrays.fill(classOf, -1);
        int[] labels = model.getLabels();
        for (int i = 0; i < labels.length; i++) {
            classOf[labels[i]] = i;
        }
        double[] trained = model.getFeatureWeights();
        int[] features = new int[bias - 1];
        float[][] exact = new float[bias - 1][TYPES];
        for (int feature = 0; feature < places.length; feature++) {
            if (places[feature] > 0) {
                int place = places[feature] - 1;
                features[place] = feature;
                for (int type = 0; type < TYPES; type++) {
                    exact[place][type] = (float) trained[place * labels.length + classOf[type]];
                }
            }
        }
        float[] biases = new float[TYPES];
        for (int type = 0; type < TYPES; type++) {
            biases[type] = (float) trained[(bias - 1) * labels.length + classOf[type]];
        }
        return ModelWeights.of(features, exact, biases);
    }
}
