package org.feedbackloop.routing.type;

import java.util.List;
import java.util.Optional;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.routing.reading.Statement;
import org.feedbackloop.routing.reading.Verdict;

/** A second opinion, asked for because the words alone left it open. Surer than they were, and no more than that. */
final class AdvisedType implements TypeRule {

    private static final double CONFIDENCE = 0.7;

    @Override
    public Optional<Verdict<FeedbackType>> judge(Statement statement) {
        FeedbackType advised = statement.advisedType();
        return advised == null
                ? Optional.empty()
                : Optional.of(new Verdict<>(
                        advised, CONFIDENCE, List.of("second opinion " + advised.wireName()), "second-opinion"));
    }
}
