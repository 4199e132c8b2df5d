package org.feedbackloop.notification.followup;

import java.net.IDN;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address that a mail can be sent to, in ASCII. Whether anybody reads there is for its server to say.
 *
 * <p>Redacts itself when printed.
 */
public record EmailAddress(String value) {

    /** Nothing that could end an address early or begin a second one, in a header or in a conversation with a server. */
    private static final Pattern WRITABLE = Pattern.compile("[\\x21-\\x7E&&[^@<>()\\[\\],;:\\\\\"]]+@[A-Za-z0-9.-]+");

    public EmailAddress {
        if (!WRITABLE.matcher(value).matches()) {
            throw new IllegalArgumentException("not an address that mail can be sent to");
        }
    }

    /** Nothing if it cannot be written to. A domain in letters beyond ASCII gets its other name, which servers know. */
    public static Optional<EmailAddress> parse(String text) {
        int at = text.lastIndexOf('@');
        try {
            return Optional.of(new EmailAddress(text.substring(0, at + 1) + IDN.toASCII(text.substring(at + 1))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
