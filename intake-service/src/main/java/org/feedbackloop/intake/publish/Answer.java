package org.feedbackloop.intake.publish;

import java.util.List;
import java.util.function.Function;
import org.feedbackloop.event.FeedbackId;
import org.feedbackloop.intake.problem.Problem;

/** What a caller is told about what they brought. */
public sealed interface Answer {

    <R> R fold(Function<List<FeedbackId>, R> accepted, Function<Problem, R> refused);

    /** The broker has it: it is kept. Names each thing that was said; a post says one, a provider's delivery any number. */
    record Accepted(List<FeedbackId> feedbackIds) implements Answer {
        @Override
        public <R> R fold(Function<List<FeedbackId>, R> accepted, Function<Problem, R> refused) {
            return accepted.apply(feedbackIds);
        }
    }

    /** It is not kept, or we cannot tell; {@code problem} says which. */
    record Refused(Problem problem) implements Answer {
        @Override
        public <R> R fold(Function<List<FeedbackId>, R> accepted, Function<Problem, R> refused) {
            return refused.apply(problem);
        }
    }
}
