package org.feedbackloop.routing.type;

import java.util.List;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.routing.language.Language;
import org.feedbackloop.routing.reading.Statement;
import org.feedbackloop.routing.reading.Verdict;

/** Tells the type of a statement. */
public final class Types {

    private static final Verdict<FeedbackType> OTHER =
            new Verdict<>(FeedbackType.OTHER, 0, List.of("no rule had an answer"), "other");

    private final List<TypeRule> rules;

    public Types(List<Cue> cues, List<Negation> negations) {
        rules = List.of(
                new SaidConsentWord(),
                new DeclaredType(),
                new LowScore(),
                new CueWords(cues, negations),
                new HighScore());
    }

    public Verdict<FeedbackType> of(Statement statement, Language language) {
        for (TypeRule rule : rules) {
            var verdict = rule.judge(statement, language);
            if (verdict.isPresent()) {
                return verdict.get();
            }
        }
        return OTHER;
    }
}
