package org.feedbackloop.routing.type;

import java.util.List;
import java.util.Optional;
import org.feedbackloop.event.v1.ConsentWord;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.routing.reading.Statement;
import org.feedbackloop.routing.reading.Verdict;

/**
 * The word that carriers give a meaning is all that was said, whatever its channel calls it. Who asks us to stop, or to go
 * on, waits for no answer; who asks for help does.
 */
final class SaidConsentWord implements TypeRule {

    @Override
    public Optional<Verdict<FeedbackType>> judge(Statement statement) {
        ConsentWord word = statement.consentWord();
        if (word == null) {
            return Optional.empty();
        }
        FeedbackType type = word == ConsentWord.HELP ? FeedbackType.QUESTION : FeedbackType.OTHER;
        return Optional.of(new Verdict<>(type, 1, List.of("consent word " + word.wireName()), "consent-word"));
    }
}
