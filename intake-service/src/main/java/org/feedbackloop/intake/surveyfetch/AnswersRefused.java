package org.feedbackloop.intake.surveyfetch;

import org.feedbackloop.delivery.EventRefused;

/** The provider is there and will not give the answers of this response. */
final class AnswersRefused extends EventRefused {

    private static final long serialVersionUID = 1L;

    AnswersRefused(String why) {
        super(why);
    }
}
