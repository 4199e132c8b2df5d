package org.feedbackloop.crm.consent;

import java.util.Map;
import java.util.Optional;
import org.feedbackloop.event.CustomerId;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.event.v1.ConsentChanged;
import org.feedbackloop.event.v1.ConsentPurpose;
import org.feedbackloop.event.v1.ConsentWord;
import org.feedbackloop.event.v1.ContactKind;
import org.feedbackloop.event.v1.FeedbackReceived;

/** What the words mean that carriers give a meaning of its own. */
public final class ConsentWords {

    /** By what such a word comes in is what it is about: who stops our SMS may still be glad of a mail. */
    private static final Map<Channel, ContactKind> KINDS =
            Map.of(Channel.SMS, ContactKind.PHONE, Channel.MESSENGER, ContactKind.MESSENGER);

    private ConsentWords() {}

    /** What the customer allows or forbids by it; none where they speak of something else, or ask for help. */
    public static Optional<ConsentChanged> meaning(CustomerId customer, FeedbackReceived said) {
        ContactKind kind = KINDS.get(said.channel());
        if (kind == null || !isConsent(said)) {
            return Optional.empty();
        }
        boolean given = said.consentWord() == ConsentWord.START;
        return Optional.of(new ConsentChanged(customer, kind, ConsentPurpose.MARKETING, given, said.feedbackId()));
    }

    /** Whether nobody waits for us to say that we heard it. Who asks for help does. */
    public static boolean isConsent(FeedbackReceived said) {
        return said.consentWord() == ConsentWord.STOP || said.consentWord() == ConsentWord.START;
    }
}
