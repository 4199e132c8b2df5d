package org.feedbackloop.intake.surveyfetch;

/** The provider is there and will not give the answers of this response. */
final class AnswersRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AnswersRefused(String why) {
        super(why);
    }
}
