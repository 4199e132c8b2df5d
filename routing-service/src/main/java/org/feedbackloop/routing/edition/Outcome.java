package org.feedbackloop.routing.edition;

import java.util.List;
import java.util.function.Function;
import org.feedbackloop.routing.rules.RulesRefused.Problem;

/** What came of a change of the rules. */
sealed interface Outcome {

    <T> T fold(
            Function<Live, T> live,
            Function<Overtaken, T> overtaken,
            Function<Refused, T> refused,
            Function<Unknown, T> unknown);

    /**
     * The rules are what the change wanted.
     *
     * @param now false if they were so before
     */
    record Live(Edition edition, boolean now) implements Outcome {
        @Override
        public <T> T fold(
                Function<Live, T> live,
                Function<Overtaken, T> overtaken,
                Function<Refused, T> refused,
                Function<Unknown, T> unknown) {
            return live.apply(this);
        }
    }

    /**
     * Somebody else has changed the rules before; the change counts for nothing.
     *
     * @param newest what it should have been based on
     */
    record Overtaken(Edition newest) implements Outcome {
        @Override
        public <T> T fold(
                Function<Live, T> live,
                Function<Overtaken, T> overtaken,
                Function<Refused, T> refused,
                Function<Unknown, T> unknown) {
            return overtaken.apply(this);
        }
    }

    /** It is the newest edition, and this replica cannot use it; the last good one stays live here. */
    record Refused(Edition edition, List<Problem> problems) implements Outcome {
        @Override
        public <T> T fold(
                Function<Live, T> live,
                Function<Overtaken, T> overtaken,
                Function<Refused, T> refused,
                Function<Unknown, T> unknown) {
            return refused.apply(this);
        }
    }

    /** The broker has not told in time. It may have the change all the same. */
    record Unknown() implements Outcome {
        @Override
        public <T> T fold(
                Function<Live, T> live,
                Function<Overtaken, T> overtaken,
                Function<Refused, T> refused,
                Function<Unknown, T> unknown) {
            return unknown.apply(this);
        }
    }
}
