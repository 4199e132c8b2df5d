package org.feedbackloop.intake.problem;

import java.util.Map;

/** The caller is wrong, and {@code problem} says how. Becomes a problem document in one place. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final transient Map<String, String> headers;

    public Refusal(Problem problem) {
        this(problem, Map.of());
    }

    /**
     * Without a stack trace: what went wrong is in the request, and a flood of bad ones must stay cheap.
     *
     * @param headers of the answer, besides the document
     */
    public Refusal(Problem problem, Map<String, String> headers) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
        this.headers = headers;
    }

    public Problem problem() {
        return problem;
    }

    public Map<String, String> headers() {
        return headers;
    }
}
