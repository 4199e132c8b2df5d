package org.feedbackloop.routing.type;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.routing.reading.LongestHits;
import org.feedbackloop.routing.reading.Statement;
import org.feedbackloop.routing.reading.Words;

/**
 * The trained model: a linear one, over words, sequences of characters and the groups of the lexicon. One for all languages,
 * for it needs no guess at the language, and serves texts in none of them or in two.
 *
 * <p>Never changes; safe for use by many threads.
 */
public final class TypeModel {

    private static final int NAMED_WORDS = 3;

    private final String version;
    private final TextFeatures features;
    private final ModelWeights weights;
    private final Set<String> vocabulary;

    /** The features of the vocabulary: of most words one look here tells that they are none of it. */
    private final BitSet vocabularyFeatures = new BitSet(TextFeatures.SPACE);

    /**
     * @param version of corpus and features: what it was trained from
     * @param vocabulary the words, and pairs of words, that it may name as its reasons
     */
    public TypeModel(String version, TextFeatures features, ModelWeights weights, Set<String> vocabulary) {
        this.version = version;
        this.features = features;
        this.weights = weights;
        this.vocabulary = Set.copyOf(vocabulary);
        vocabulary.forEach(words -> vocabularyFeatures.set(TextFeatures.wordFeature(words, 0, words.length())));
    }

    /** The one that the service ships with. */
    public static TypeModel shipped() {
        return TypeModelFile.shipped();
    }

    public String version() {
        return version;
    }

    public ModelWeights weights() {
        return weights;
    }

    Set<String> vocabulary() {
        return vocabulary;
    }

    public Likelihoods likelihoods(Statement statement) {
        return Likelihoods.ofScores(scores(statement));
    }

    /** Logarithms of the likelihoods, but for a summand that they share. */
    public double[] scores(Statement statement) {
        return scores(statement, known(statement.words()));
    }

    /** @param known what {@link #known} told of the statement */
    double[] scores(Statement statement, LongestHits<Lexicon.Entry> known) {
        return weights.scores(FeatureVector.of(features.of(statement, known)));
    }

    /** What the lexicon knows of a text: found once, for the scores and for the reasons. */
    LongestHits<Lexicon.Entry> known(Words words) {
        return features.lexicon().in(words);
    }

    /** For each type the highest score of any sentence; empty where the text is one sentence. */
    double[] highestOfSentences(String text) {
        return weights.highest(Sentences.of(text).stream()
                .map(features::of)
                .map(FeatureVector::of)
                .toList());
    }

    /**
     * What speaks most for a type, strongest first: phrases of the lexicon, and words. Of words only such as several texts of the
     * corpus have, and not most: those are the project's own, while a name or an ailment is the customer's alone and has no
     * business in an event's evidence.
     *
     * @param known what {@link #known} told of the words
     */
    List<String> reasons(Words words, LongestHits<Lexicon.Entry> known, FeedbackType type) {
        List<Reason> phrases = new ArrayList<>();
        Lexicon lexicon = features.lexicon();
        known.each((entry, first, last) -> {
            float leaning = weights.leaning(TextFeatures.groupFeature(entry.group()), type.ordinal());
            if (leaning > 0) {
                phrases.add(new Reason(lexicon.name(entry.group()) + " \"" + entry.phrase() + '"', leaning));
            }
        });
        List<String> reasons = new ArrayList<>();
        told("lexicon: ", phrases).ifPresent(reasons::add);
        told("model: ", words(words.folded(), type)).ifPresent(reasons::add);
        return reasons;
    }

    private static Optional<String> told(String by, List<Reason> reasons) {
        return reasons.isEmpty()
                ? Optional.empty()
                : Optional.of(reasons.stream()
                        .sorted(Comparator.comparingDouble(Reason::leaning).reversed())
                        .map(Reason::words)
                        .distinct()
                        .limit(NAMED_WORDS)
                        .collect(Collectors.joining(" ", by, "")));
    }

    private List<Reason> words(String folded, FeedbackType type) {
        List<Reason> reasons = new ArrayList<>();
        int previous = -1;
        int end;
        for (int start = 1; start < folded.length(); start = end + 1) {
            end = folded.indexOf(Words.GAP, start);
            consider(folded, start, end, type, reasons);
            if (previous >= 0) {
                consider(folded, previous, end, type, reasons);
            }
            previous = start;
        }
        return reasons;
    }

    private void consider(String folded, int start, int end, FeedbackType type, List<Reason> reasons) {
        int feature = TextFeatures.wordFeature(folded, start, end);
        float leaning = vocabularyFeatures.get(feature) ? weights.leaning(feature, type.ordinal()) : 0;
        if (leaning > 0) {
            String words = folded.substring(start, end);
            if (vocabulary.contains(words)) {
                reasons.add(new Reason('"' + words + '"', leaning));
            }
        }
    }

    private record Reason(String words, float leaning) {}
}
