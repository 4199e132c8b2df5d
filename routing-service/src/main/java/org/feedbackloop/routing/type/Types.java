package org.feedbackloop.routing.type;

import java.util.List;
import java.util.Optional;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.event.v1.Rating;
import org.feedbackloop.routing.language.Language;
import org.feedbackloop.routing.reading.Score;
import org.feedbackloop.routing.reading.Statement;
import org.feedbackloop.routing.reading.Verdict;
import org.jspecify.annotations.Nullable;

/** Tells the type of a statement, and the secondary type where two things are said at once. */
public final class Types {

    /** A second type that is likelier than not obliges us as well. */
    public static final double SECONDARY = 0.5;

    private static final Verdict<FeedbackType> OTHER =
            new Verdict<>(FeedbackType.OTHER, 0, List.of("no rule had an answer"), "other");

    /** What comes with the words and counts before them, the first with an answer deciding. */
    private static final List<TypeRule> BEFORE_WORDS =
            List.of(new CorrectedType(), new SaidConsentWord(), new DeclaredType(), new LowScore());

    private final CueWords cues;
    private final TypeModel model;

    public Types(List<Cue> cues, List<Negation> negations, TypeModel model) {
        this.cues = new CueWords(cues, negations);
        this.model = model;
    }

    public Typed of(Statement statement, Language language) {
        Optional<Verdict<FeedbackType>> decided = BEFORE_WORDS.stream()
                .flatMap(rule -> rule.judge(statement).stream())
                .findFirst();
        if (statement.isWordless()) {
            return new Typed(decided.or(() -> new HighScore().judge(statement)).orElse(OTHER), Optional.empty());
        }
        Wording wording = Wording.of(statement, language, cues, model);
        double[] besides = wording.besides();
        Verdict<FeedbackType> primary = decided.or(wording::decisiveVerdict)
                .orElseGet(() -> advised(statement, wording.primaryVerdict(besides)));
        boolean isWhole = statement.correctedType() != null || statement.consentWord() != null;
        return new Typed(primary, isWhole ? Optional.empty() : secondary(statement, wording, besides, primary.value()));
    }

    private static Verdict<FeedbackType> advised(Statement statement, Verdict<FeedbackType> words) {
        FeedbackType advised = statement.advisedType();
        return advised == null ? words : AdvisedType.over(words, advised);
    }

    private static Optional<Verdict<FeedbackType>> secondary(
            Statement statement, Wording wording, double[] besides, FeedbackType primary) {
        FeedbackType likeliest = null;
        for (FeedbackType type : FeedbackType.values()) {
            if (type != primary
                    && mayBeSecondary(type, statement.rating())
                    && (likeliest == null || besides[type.ordinal()] > besides[likeliest.ordinal()])) {
                likeliest = type;
            }
        }
        if (likeliest == null || besides[likeliest.ordinal()] < SECONDARY) {
            return Optional.empty();
        }
        return Optional.of(wording.secondaryVerdict(likeliest, besides[likeliest.ordinal()]));
    }

    /** Nothing is owed for what is nothing in particular; and who gives a low score does not praise. */
    private static boolean mayBeSecondary(FeedbackType type, @Nullable Rating rating) {
        boolean lowScore = rating != null && (Score.of(rating) == Score.LOW || Score.of(rating) == Score.WORST);
        return type != FeedbackType.OTHER && !(type == FeedbackType.PRAISE && lowScore);
    }
}
