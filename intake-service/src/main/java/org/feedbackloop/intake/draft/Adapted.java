package org.feedbackloop.intake.draft;

import java.util.List;
import java.util.function.Function;
import org.feedbackloop.intake.problem.Problem;

/** What became of a raw request. */
public sealed interface Adapted {

    <R> R fold(Function<Normalised, R> normalised, Function<Problem, R> rejected);

    /** The request says this, and all of it is in normal form. */
    static Adapted of(Draft draft) {
        return new Normalised(List.of(draft), List.of());
    }

    /** The request is sound, and says nothing that we can use. */
    static Adapted nothing(SetAside because) {
        return new Normalised(List.of(), List.of(because));
    }

    /**
     * Every part of the request is in one of the two.
     *
     * @param drafts in the order in which they were said
     * @param setAside what is sound and of no use to us
     */
    record Normalised(List<Draft> drafts, List<SetAside> setAside) implements Adapted {

        public Normalised {
            drafts = List.copyOf(drafts);
            setAside = List.copyOf(setAside);
        }

        @Override
        public <R> R fold(Function<Normalised, R> normalised, Function<Problem, R> rejected) {
            return normalised.apply(this);
        }
    }

    /** The request cannot be used as it is. */
    record Rejected(Problem problem) implements Adapted {
        @Override
        public <R> R fold(Function<Normalised, R> normalised, Function<Problem, R> rejected) {
            return rejected.apply(problem);
        }
    }

    /**
     * A part of a request that is no feedback, or none for us.
     *
     * @param reason a short word for machines, for example {@code unknown-kind} or {@code auto-reply}; it counts in a metric,
     *     so it comes from a short list and never from the request
     * @param detail a sentence for people; never quotes what a customer said
     */
    record SetAside(String reason, String detail) {

        /** What this provider may send and we have no use for. */
        public static final String UNKNOWN_KIND = "unknown-kind";

        /** Written by a machine that answers mails: to answer it would begin a loop. */
        public static final String AUTO_REPLY = "auto-reply";

        /** A report that a mail of ours did not arrive. */
        public static final String BOUNCE = "bounce";

        /** Our own mail that came back to us. */
        public static final String LOOP = "loop";

        /** Said among several, not to us. */
        public static final String GROUP = "group";

        /** The provider tells what became of a message of ours. */
        public static final String STATUS = "status";

        /** Typed into a page of ours by a machine. */
        public static final String BOT = "bot";

        /** Neither text nor rating. */
        public static final String EMPTY = "empty";

        /**
         * For what gave itself away as a machine's.
         *
         * @param isTrapped whether it filled in what no person sees; else it was quicker than any person
         */
        public static SetAside bot(boolean isTrapped) {
            return new SetAside(BOT, isTrapped ? "The hidden field was filled in." : "It was sent too quickly.");
        }
    }
}
