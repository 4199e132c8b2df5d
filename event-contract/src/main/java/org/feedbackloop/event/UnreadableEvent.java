package org.feedbackloop.event;

/**
 * A message that is no event of ours: not JSON, of another type or version, or without what an event must have. The
 * message names what is wrong and what was expected, never what a customer said.
 */
public final class UnreadableEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    UnreadableEvent(String reason) {
        super(reason);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
