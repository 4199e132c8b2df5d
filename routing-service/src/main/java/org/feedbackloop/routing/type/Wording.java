package org.feedbackloop.routing.type;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.event.v1.Rating;
import org.feedbackloop.routing.language.Language;
import org.feedbackloop.routing.reading.LongestHits;
import org.feedbackloop.routing.reading.Score;
import org.feedbackloop.routing.reading.Statement;
import org.feedbackloop.routing.reading.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What the words of a statement say: the trained model's likelihoods, moved by the cues of the rules and by a high score.
 *
 * <p>A cue multiplies the odds of its type. Where model and cue agree, the two are surer than either; where they do not, the
 * surer one wins, and the evidence says so. A decisive cue is not weighed.
 */
public final class Wording {

    /** Sure, and less so than what was declared or corrected: words have more than one meaning. */
    private static final double DECISIVE_CUE = 0.95;

    /** By how much a strong cue moves the score of its type: about seven times as likely. */
    static final double STRONG_CUE = 2.0;

    /** All weak cues of a type together: a fifth likelier. */
    static final double WEAK_CUES = 0.2;

    /** More cues of one type say the same again. */
    static final int COUNTED_CUES = 2;

    /** How much the sentence that speaks most for a type counts against the whole, for the type that is there besides. */
    private static final double SENTENCE = 0.75;

    /** A guess less sure than this, in a language that nobody here knows, is none. */
    private static final double SPEAKS = 0.4;

    /** So likely must it be that a question comes with a complaint to be one first of all. */
    private static final double COMPLAINS = 0.6;

    /** In a text of unknown language, words of six languages are heard, and some mean other things there. */
    private static final double UNKNOWN_LANGUAGE = 0.5;

    /**
     * Who gives a high score praises five times as often as who gives none, and complains half as often. Words that say nothing
     * leave it to the score.
     */
    private static final double HIGH_SCORE_PRAISES = Math.log(5);

    private static final double HIGH_SCORE_COMPLAINS = -Math.log(2);
    private static final double HIGH_SCORE_SAYS_NOTHING = -Math.log(50);

    private static final String BY_CUES = "cue-words";
    private static final String BY_MODEL = "model";

    private final Statement statement;
    private final Language language;
    private final TypeModel model;
    private final LongestHits<Lexicon.Entry> known;
    private final HeardCues cues;
    private final Likelihoods modelAlone;
    private final double[] scores;
    private final Likelihoods all;
    private final double[] highestOfSentences;

    private Wording(
            Statement statement,
            Language language,
            TypeModel model,
            LongestHits<Lexicon.Entry> known,
            HeardCues cues,
            Likelihoods modelAlone,
            double[] scores) {
        this.statement = statement;
        this.language = language;
        this.model = model;
        this.known = known;
        this.cues = cues;
        this.modelAlone = modelAlone;
        this.scores = scores;
        all = Likelihoods.ofScores(scores);
        highestOfSentences = model.highestOfSentences(statement.text());
    }

    static Wording of(Statement statement, Language language, CueWords cueWords, TypeModel model) {
        HeardCues cues = cueWords.in(statement.words(), language);
        LongestHits<Lexicon.Entry> known = model.known(statement.words());
        double[] scores = model.scores(statement, known);
        Likelihoods modelAlone = Likelihoods.ofScores(scores);
        double trust = language.isDetermined() ? 1 : UNKNOWN_LANGUAGE;
        for (FeedbackType type : FeedbackType.values()) {
            scores[type.ordinal()] += trust * weight(cues.strong(type), cues.weak(type));
        }
        if (isHigh(statement.rating())) {
            scores[FeedbackType.PRAISE.ordinal()] += HIGH_SCORE_PRAISES;
            scores[FeedbackType.COMPLAINT.ordinal()] += HIGH_SCORE_COMPLAINS;
            scores[FeedbackType.OTHER.ordinal()] += HIGH_SCORE_SAYS_NOTHING;
        }
        return new Wording(statement, language, model, known, cues, modelAlone, scores);
    }

    /** Whether a rule by which something was found is one of those by which words decide. */
    public static boolean isRule(@Nullable String rule) {
        return BY_CUES.equals(rule) || BY_MODEL.equals(rule);
    }

    /** By how much the cues that were heard for a type move its score. */
    public static double weight(int strongCues, int weakCues) {
        return Math.min(COUNTED_CUES, strongCues) * STRONG_CUE + (weakCues > 0 ? WEAK_CUES : 0);
    }

    /**
     * How likely a statement is of a type whatever else it is: two may be likely at once.
     *
     * @param whole the score of the statement
     * @param sentence the highest score of any sentence of it
     */
    public static double besides(double whole, double sentence) {
        return 1 / (1 + Math.exp(-(whole + SENTENCE * (sentence - whole))));
    }

    /** For each type how likely it is that this is said, whatever else is. */
    double[] besides() {
        double[] besides = new double[scores.length];
        for (int type = 0; type < besides.length; type++) {
            double ofSentence = highestOfSentences.length == 0 ? scores[type] : highestOfSentences[type];
            besides[type] = besides(scores[type], ofSentence);
        }
        return besides;
    }

    /**
     * What comes first where a text is two things. Who asks because something went wrong has complained: that is what must be put
     * right, and the answer to the question is part of it.
     *
     * @param inSentences whether the text is more than one sentence: in one alone, a question that names a mishap is a question
     */
    public static FeedbackType first(FeedbackType likeliest, double[] besides, boolean inSentences) {
        return inSentences
                        && likeliest == FeedbackType.QUESTION
                        && besides[FeedbackType.COMPLAINT.ordinal()] >= COMPLAINS
                ? FeedbackType.COMPLAINT
                : likeliest;
    }

    /**
     * How sure the words are of what comes first.
     *
     * @param share of the likeliest type
     */
    public static double confidence(FeedbackType first, FeedbackType likeliest, double share, double[] besides) {
        return first == likeliest ? share : besides[first.ordinal()];
    }

    /** Where a decisive cue was heard; of several types, that of most of them, and of equals the likeliest. */
    Optional<Verdict<FeedbackType>> decisiveVerdict() {
        return Stream.of(FeedbackType.values())
                .filter(type -> cues.decisive(type) > 0)
                .max(Comparator.<FeedbackType>comparingInt(cues::decisive).thenComparingDouble(all::of))
                .map(type -> verdict(type, Math.max(DECISIVE_CUE, all.of(type))));
    }

    Verdict<FeedbackType> primaryVerdict(double[] besides) {
        FeedbackType likeliest = all.likeliest();
        if (!language.isDetermined() && all.of(likeliest) < SPEAKS) {
            return verdict(FeedbackType.OTHER, all.of(FeedbackType.OTHER));
        }
        FeedbackType type = first(likeliest, besides, highestOfSentences.length > 0);
        return verdict(type, confidence(type, likeliest, all.of(likeliest), besides));
    }

    Verdict<FeedbackType> secondaryVerdict(FeedbackType type, double likelihood) {
        return verdict(type, likelihood);
    }

    private Verdict<FeedbackType> verdict(FeedbackType type, double confidence) {
        List<String> evidence = new ArrayList<>();
        // First, for of many cues only the first few are shown.
        FeedbackType byItself = modelAlone.likeliest();
        evidence.add(
                String.format(Locale.ROOT, "model by itself: %s %.2f", byItself.wireName(), modelAlone.of(byItself)));
        if (type == FeedbackType.PRAISE && isHigh(statement.rating())) {
            evidence.add(name(statement.rating()));
        }
        evidence.addAll(cues.phrases(type));
        evidence.addAll(model.reasons(statement.words(), known, type));
        return new Verdict<>(
                type, confidence, evidence, cues.decisive(type) + cues.strong(type) > 0 ? BY_CUES : BY_MODEL);
    }

    private static boolean isHigh(@Nullable Rating rating) {
        return rating != null && Score.of(rating) == Score.HIGH;
    }

    private static String name(@Nullable Rating rating) {
        return rating == null ? "" : rating.scale().wireName() + " " + rating.score();
    }
}
