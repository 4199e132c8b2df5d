package org.feedbackloop.local;

/** The stack cannot do what it was asked to. The message is written for the person at the keyboard. */
public final class StackFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StackFailure(String message) {
        super(message);
    }

    public StackFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
