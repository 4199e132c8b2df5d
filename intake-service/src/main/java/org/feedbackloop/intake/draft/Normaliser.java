package org.feedbackloop.intake.draft;

import java.time.Instant;

/** Starts the normalisation of what a channel sent; shared by all adapters. */
public final class Normaliser {

    private final PhoneNumbers phones;

    /** @param phoneRegion two letters (ISO 3166): how a phone number without a country code is meant */
    public Normaliser(String phoneRegion) {
        this.phones = new PhoneNumbers(phoneRegion);
    }

    public Normalisation begin(Instant receivedAt) {
        return new Normalisation(receivedAt, phones);
    }
}
