package org.feedbackloop.routing.rules;

import java.util.List;
import java.util.stream.Collectors;

/** A rules document has something wrong in it. Names line, place and reason, each on a line of its own. */
public final class RulesRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;
    private final boolean endsAll;

    public RulesRefused(List<Problem> problems) {
        this(problems, false);
    }

    private RulesRefused(List<Problem> problems, boolean endsAll) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n", "rules refused:\n", "")));
        this.problems = List.copyOf(problems);
        this.endsAll = endsAll;
    }

    /** Ends the reading of what cannot be read for something that is wrong elsewhere, and was told there. */
    static RulesRefused alreadyTold() {
        return new RulesRefused(List.of());
    }

    /** Ends the reading of the whole document. */
    static RulesRefused endingAll(List<Problem> problems) {
        return new RulesRefused(problems, true);
    }

    boolean endsAll() {
        return endsAll;
    }

    public List<Problem> problems() {
        return problems;
    }

    /**
     * One thing that is wrong.
     *
     * @param line the first is 1
     * @param path such as {@code queues[2].calendar}; of a longer one than anybody reads the beginning, as of the reason,
     *     for both quote the document, and go into answers and logs
     */
    public record Problem(int line, String path, String reason) {

        private static final int LONGEST_PATH = 200;
        private static final int LONGEST_REASON = 800;

        public Problem {
            path = cut(path, LONGEST_PATH);
            reason = cut(reason, LONGEST_REASON);
        }

        private static String cut(String text, int longest) {
            return text.length() <= longest ? text : text.substring(0, longest) + "…";
        }

        @Override
        public String toString() {
            return "line " + line + (path.isEmpty() ? "" : ", " + path) + ": " + reason;
        }
    }
}
