package org.feedbackloop.routing.type;

import java.util.List;
import java.util.Optional;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.routing.reading.Statement;
import org.feedbackloop.routing.reading.Verdict;

/** The customer or the channel has said what it is. That somebody chose {@code other} says nothing. */
final class DeclaredType implements TypeRule {

    @Override
    public Optional<Verdict<FeedbackType>> judge(Statement statement) {
        FeedbackType declared = statement.declaredType();
        return declared == null || declared == FeedbackType.OTHER
                ? Optional.empty()
                : Optional.of(new Verdict<>(declared, 1, List.of("declared " + declared.wireName()), "declared-type"));
    }
}
