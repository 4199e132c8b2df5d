package org.feedbackloop.routing.training;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.routing.reading.Words;
import org.feedbackloop.routing.type.FeatureOptions;
import org.feedbackloop.routing.type.FeatureVector;
import org.feedbackloop.routing.type.Lexicon;
import org.feedbackloop.routing.type.ModelWeights;
import org.feedbackloop.routing.type.Sentences;
import org.feedbackloop.routing.type.TextFeatures;
import org.feedbackloop.routing.type.TypeModel;

/**
 * One training, from a corpus to a model.
 *
 * @param heldOut for each text of the corpus its scores, by a model that was trained without it and its near duplicates
 * @param sentences for each text the highest scores of any sentence of it, by the same model; empty if it is one sentence
 * @param calibration by which those scores mean what they say
 */
record Training(Corpus corpus, TypeModel model, double[][] heldOut, double[][] sentences, Calibration calibration) {

    static final int FOLDS = 5;

    /** A word that so many texts have is the project's own, and may be named as a reason. */
    private static final int OWN_WORD = 3;

    /** A word that more than one in so many texts has is everybody's, and tells a reader nothing. */
    private static final int EVERYBODYS_WORD = 100;

    static Training of(Corpus corpus) {
        List<FeedbackType> types = types(corpus);
        HeldOut heldOut = new HeldOut(
                vectors(corpus.texts(), FeatureOptions.CHOSEN, FeatureVector.blockWeights()), corpus.texts());
        double[][] scores = new double[types.size()][];
        double[][] sentences = new double[types.size()][];
        TextFeatures features = new TextFeatures(FeatureOptions.CHOSEN, Lexicon.shipped());
        heldOut.each(Trainer.CHOSEN, Folds.dealt(corpus.texts(), FOLDS), (text, weights) -> {
            scores[text] = weights.scores(heldOut.vector(text));
            sentences[text] =
                    weights.highest(Sentences.of(corpus.texts().get(text).text()).stream()
                            .map(sentence -> FeatureVector.of(features.of(sentence), FeatureVector.blockWeights()))
                            .toList());
        });
        Calibration calibration = Calibration.of(scores, types);
        ModelWeights weights = heldOut.trainOnAll(Trainer.CHOSEN);
        TypeModel model = new TypeModel(
                version(corpus),
                features,
                weights.calibrated(calibration.factor(), calibration.offsets()),
                vocabulary(corpus));
        return new Training(corpus, model, scores, sentences, calibration);
    }

    /** What a model that is trained from this corpus, by this code, is called. */
    static String version(Corpus corpus) {
        return corpus.digest() + "-" + TextFeatures.digest(FeatureOptions.CHOSEN) + "-" + Trainer.CHOSEN.digest();
    }

    static List<FeedbackType> types(Corpus corpus) {
        return corpus.texts().stream().map(CorpusText::type).toList();
    }

    static List<FeatureVector> vectors(List<CorpusText> texts, FeatureOptions options, float[] blockWeights) {
        TextFeatures features = new TextFeatures(options, Lexicon.shipped());
        return texts.stream()
                .map(text -> FeatureVector.of(features.of(text.statement()), blockWeights))
                .toList();
    }

    private static Set<String> vocabulary(Corpus corpus) {
        Map<String, Integer> texts = new HashMap<>();
        for (CorpusText text : corpus.texts()) {
            wordsAndPairs(text.text()).forEach(words -> texts.merge(words, 1, Integer::sum));
        }
        int everybodys = Math.max(OWN_WORD, corpus.texts().size() / EVERYBODYS_WORD);
        return texts.entrySet().stream()
                .filter(entry -> entry.getValue() >= OWN_WORD)
                .filter(entry -> entry.getValue() <= everybodys)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Set<String> wordsAndPairs(String text) {
        String folded = Words.of(text).folded();
        Set<String> found = new HashSet<>();
        int previous = -1;
        int end;
        for (int start = 1; start < folded.length(); start = end + 1) {
            end = folded.indexOf(Words.GAP, start);
            found.add(folded.substring(start, end));
            if (previous >= 0) {
                found.add(folded.substring(previous, end));
            }
            previous = start;
        }
        found.removeIf(words -> words.length() < 2
                || words.indexOf('.') >= 0
                || words.codePoints().anyMatch(Character::isDigit));
        return found;
    }
}
