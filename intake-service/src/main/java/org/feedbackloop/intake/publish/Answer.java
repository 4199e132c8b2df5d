package org.feedbackloop.intake.publish;

import java.util.function.Function;
import org.feedbackloop.event.FeedbackId;
import org.feedbackloop.intake.problem.Problem;

/** What a caller is told about one piece of feedback. */
public sealed interface Answer {

    <R> R fold(Function<FeedbackId, R> accepted, Function<Problem, R> refused);

    /** The broker has it: it is kept. */
    record Accepted(FeedbackId feedbackId) implements Answer {
        @Override
        public <R> R fold(Function<FeedbackId, R> accepted, Function<Problem, R> refused) {
            return accepted.apply(feedbackId);
        }
    }

    /** It is not kept, or we cannot tell; {@code problem} says which. */
    record Refused(Problem problem) implements Answer {
        @Override
        public <R> R fold(Function<FeedbackId, R> accepted, Function<Problem, R> refused) {
            return refused.apply(problem);
        }
    }
}
