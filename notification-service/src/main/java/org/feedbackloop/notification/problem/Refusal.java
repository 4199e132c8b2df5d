package org.feedbackloop.notification.problem;

/** The caller is wrong, and {@code problem} says how. Becomes a problem document in one place. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /** Without a stack trace: what went wrong is in the request. */
    public Refusal(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
