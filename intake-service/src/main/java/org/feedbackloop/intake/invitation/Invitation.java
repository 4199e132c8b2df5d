package org.feedbackloop.intake.invitation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.feedbackloop.event.v1.Contact;
import org.jspecify.annotations.Nullable;

/**
 * Asks one customer to answer one survey. Redacts itself when printed.
 *
 * @param survey its name
 * @param customer their number, e-mail address or phone number, in normal form
 * @param language that they are spoken to in; their browser's, if missing
 * @param expiresAt in whole seconds; also tells two invitations of one customer to one survey apart
 */
public record Invitation(
        String survey, Contact customer, @Nullable String language, Instant expiresAt) {

    public Invitation {
        expiresAt = expiresAt.truncatedTo(ChronoUnit.SECONDS);
    }

    boolean isOver(Instant now) {
        return !now.isBefore(expiresAt);
    }

    @Override
    public String toString() {
        return "Invitation[" + survey + ", " + expiresAt + "]";
    }
}
