package org.feedbackloop.routing.rules;

/** It is not yet known what rules are live: the topic that tells has not been read to its end. It passes. */
public final class RulesNotRead extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RulesNotRead() {
        super("the rules have not been read yet");
    }
}
