package org.feedbackloop.journey.bench;

/** What was measured did not do its work, so that its figures mean nothing. */
public final class BrokenBench extends RuntimeException {

    private static final long serialVersionUID = 1;

    public BrokenBench(String message) {
        super(message);
    }
}
