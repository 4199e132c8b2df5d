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
import java.util.stream.IntStream;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.routing.type.FeatureVector;
import org.feedbackloop.routing.type.ModelWeights;
import org.feedbackloop.routing.type.TextFeatures;
import org.jspecify.annotations.Nullable;

/**
 * Trains: logistic regression with an L2 penalty, each type against all others. Leaves nothing to chance: the same texts give the
 * same weights.
 *
 * @param cost how much a wrong answer costs against large weights
 * @param fewest a feature that fewer texts have is left out
 */
record Trainer(double cost, int fewest) {

    /** What measured best. */
    static final Trainer CHOSEN = new Trainer(16, 2);

    private static final double PRECISION = 0.01;

    /** Of the order in which texts are looked at. */
    private static final long SEED = 1;

    private static final int TYPES = FeedbackType.values().length;

    static {
        Linear.disableDebugOutput();
    }

    /** Of all that decides about the weights, beside the texts. */
    String digest() {
        return Integer.toHexString((toString() + PRECISION).hashCode());
    }

    /**
     * @param texts what to learn from
     * @param types what each of them is
     * @param also what each of them is besides, or null: that type is neither taught nor untaught by it
     */
    ModelWeights train(List<FeatureVector> texts, List<FeedbackType> types, List<@Nullable FeedbackType> also) {
        int[] places = places(texts);
        int features = Arrays.stream(places).max().orElse(0);
        int bias = features + 1;
        Feature[][] nodes =
                texts.stream().map(text -> nodes(text, places, bias)).toArray(Feature[][]::new);
        double[][] trained = Arrays.stream(FeedbackType.values())
                .parallel()
                .map(type -> oneAgainstOthers(type, nodes, bias, types, also))
                .toArray(double[][]::new);
        return weights(trained, places, bias);
    }

    private double[] oneAgainstOthers(
            FeedbackType type,
            Feature[][] nodes,
            int bias,
            List<FeedbackType> types,
            List<@Nullable FeedbackType> also) {
        int[] taught = IntStream.range(0, nodes.length)
                .filter(text -> also.get(text) != type)
                .toArray();
        Problem problem = new Problem();
        problem.l = taught.length;
        problem.n = bias;
        problem.bias = -1;
        problem.x = Arrays.stream(taught).mapToObj(text -> nodes[text]).toArray(Feature[][]::new);
        problem.y = Arrays.stream(taught)
                .mapToDouble(text -> types.get(text) == type ? 1 : -1)
                .toArray();
        Parameter parameter = new Parameter(SolverType.L2R_LR_DUAL, cost, PRECISION);
        parameter.setRandom(new Random(SEED));
        Model model = Linear.train(problem, parameter);
        double sign = model.getLabels()[0] == 1 ? 1 : -1;
        return Arrays.stream(model.getFeatureWeights())
                .map(weight -> sign * weight)
                .toArray();
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

    private static ModelWeights weights(double[][] trained, int[] places, int bias) {
        int[] features = new int[bias - 1];
        float[][] exact = new float[bias - 1][TYPES];
        for (int feature = 0; feature < places.length; feature++) {
            if (places[feature] > 0) {
                int place = places[feature] - 1;
                features[place] = feature;
                for (int type = 0; type < TYPES; type++) {
                    exact[place][type] = (float) trained[type][place];
                }
            }
        }
        float[] biases = new float[TYPES];
        for (int type = 0; type < TYPES; type++) {
            biases[type] = (float) trained[type][bias - 1];
        }
        return ModelWeights.of(features, exact, biases);
    }
}
