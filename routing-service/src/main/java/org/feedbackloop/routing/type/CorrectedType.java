package org.feedbackloop.routing.type;

import java.util.List;
import java.util.Optional;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.routing.reading.Statement;
import org.feedbackloop.routing.reading.Verdict;

/** A consultant has read it and says what it is. Nobody knows better. */
final class CorrectedType implements TypeRule {

    @Override
    public Optional<Verdict<FeedbackType>> judge(Statement statement) {
        FeedbackType corrected = statement.correctedType();
        return corrected == null
                ? Optional.empty()
                : Optional.of(
                        new Verdict<>(corrected, 1, List.of("corrected to " + corrected.wireName()), "correction"));
    }
}
