package org.feedbackloop.intake.surveyfetch;

/** The provider does not answer, or not now. Says nothing of what was asked. */
final class ProviderAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ProviderAway(String what, Throwable cause) {
        super(what, cause);
    }
}
