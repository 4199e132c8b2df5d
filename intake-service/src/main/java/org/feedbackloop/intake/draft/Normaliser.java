package org.feedbackloop.intake.draft;

import java.time.Instant;

/** Starts the normalisation of what a channel sent; shared by all adapters. */
public final class Normaliser {

    private final PhoneNumbers phones;

    /** @param phoneRegion two letters (ISO 3166): how a phone number without a country code is meant */
    public Normaliser(String phoneRegion) {
        this.phones = new PhoneNumbers(phoneRegion);
    }

    /** For what somebody sent who will be told of each field that is not as it must be, and can mend it. */
    public Normalisation begin(Instant receivedAt) {
        return new Normalisation(receivedAt, phones, true);
    }

    /** For what a provider sent, which nobody will mend: better a cut text than none. */
    public Normalisation beginUnmended(Instant receivedAt) {
        return new Normalisation(receivedAt, phones, false);
    }
}
