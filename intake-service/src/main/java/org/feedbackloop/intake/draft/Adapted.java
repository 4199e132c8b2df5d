package org.feedbackloop.intake.draft;

import java.util.function.Function;
import org.feedbackloop.intake.problem.Problem;

/** What became of a raw request. */
public sealed interface Adapted {

    <R> R fold(Function<Draft, R> normalised, Function<Problem, R> rejected);

    /** The request says this, and all of it is in normal form. */
    record Normalised(Draft draft) implements Adapted {
        @Override
        public <R> R fold(Function<Draft, R> normalised, Function<Problem, R> rejected) {
            return normalised.apply(draft);
        }
    }

    /** The request cannot be used as it is. */
    record Rejected(Problem problem) implements Adapted {
        @Override
        public <R> R fold(Function<Draft, R> normalised, Function<Problem, R> rejected) {
            return rejected.apply(problem);
        }
    }
}
