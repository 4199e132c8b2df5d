package org.feedbackloop.notification.mail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.feedbackloop.notification.mail.Attempt.NotTaken;
import org.feedbackloop.notification.mail.Attempt.Refused;

/**
 * What a mail server said where it should have said yes.
 *
 * @param about what we had told it just before
 * @param code the three digits of RFC 5321
 * @param text the whole of it, code included; may quote the customer's address and is not passed on
 */
record SmtpReply(About about, int code, String text) {

    /** The code of RFC 3463, which says more than the three digits. */
    private static final Pattern ENHANCED = Pattern.compile("^\\d{3}[ -]([245]\\.\\d{1,3}\\.\\d{1,3})\\b");

    /** A part of the conversation in which a mail is handed over. */
    enum About {
        SENDER("sender"),
        RECIPIENT("recipient"),
        CONTENT("content");

        private final String noun;

        About(String noun) {
            this.noun = noun;
        }
    }

    Attempt meaning() {
        String reason = "the mail server refused the " + about.noun + ": " + code + enhanced();
        return isFinal() ? new Refused(reason) : new NotTaken(reason);
    }

    /**
     * Of the permanent answers only those that speak of this mail. That a server does not know us, wants a password or does
     * not understand us is for an operator to mend, and then the mail can go.
     */
    private boolean isFinal() {
        boolean permanent = code >= 500 && code <= 599;
        boolean speaksOfUs = code <= 504 || (code >= 530 && code <= 538);
        return permanent && !speaksOfUs && about != About.SENDER;
    }

    private String enhanced() {
        Matcher found = ENHANCED.matcher(text);
        return found.find() ? " " + found.group(1) : "";
    }
}
