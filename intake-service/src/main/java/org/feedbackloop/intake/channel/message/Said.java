package org.feedbackloop.intake.channel.message;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.feedbackloop.event.v1.ChannelDetails.ShortMessage;
import org.feedbackloop.event.v1.ConsentWord;
import org.feedbackloop.intake.draft.Normalisation;
import org.jspecify.annotations.Nullable;

/**
 * What one message says.
 *
 * @param kind as in {@link ShortMessage}
 * @param text null or blank if there are no words in it
 * @param consentWord what it means by being that word alone
 */
record Said(String kind, @Nullable String text, @Nullable ConsentWord consentWord) {

    static final String TEXT = "text";
    static final String CAPTION = "caption";
    static final String BUTTON = "button";
    static final String LIST = "list";
    static final String FORM = "form";
    static final String CONTACT = "contact";
    static final String LOCATION = "location";
    static final String LINK = "link";
    static final String ORDER = "order";
    static final String REACTION = "reaction";

    Said(String kind, @Nullable String text) {
        this(kind, text, ConsentWords.meant(text));
    }

    /** Something that is said in several fields, of which some may be missing. */
    static Said of(String kind, String separator, @Nullable String... parts) {
        return new Said(kind, joined(separator, parts));
    }

    /**
     * Somebody let the messenger know whether we may write to them. It is no less meant for being said by a button of the
     * messenger's own; the words are the event's, for there are no others.
     */
    static Said subscription(boolean mayWrite) {
        return mayWrite
                ? new Said("subscribed", "subscribed", ConsentWord.START)
                : new Said("unsubscribed", "unsubscribed", ConsentWord.STOP);
    }

    static String joined(String separator, @Nullable String... parts) {
        return Arrays.stream(parts)
                .filter(Objects::nonNull)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(separator));
    }

    /**
     * @param replyTo the provider's id of the message that is answered
     * @param edits the provider's id of the message that is replaced
     */
    Normalisation into(Normalisation normal, String provider, @Nullable String replyTo, @Nullable String edits) {
        return normal.text("text", text)
                .consentWord(consentWord)
                .details(new ShortMessage(
                        provider, kind, normal.line("replyTo", replyTo, 200), normal.line("edits", edits, 200)));
    }

    @Override
    public String toString() {
        return "Said[" + kind + "]";
    }
}
