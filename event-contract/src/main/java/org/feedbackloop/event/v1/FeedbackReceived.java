package org.feedbackloop.event.v1;

import java.util.List;
import java.util.Objects;
import org.feedbackloop.event.FeedbackId;
import org.jspecify.annotations.Nullable;

/**
 * A customer said something and we have it. When it happened and when we learnt it stand on the envelope.
 *
 * <p>Redacts itself when printed.
 *
 * @param channel where it came in
 * @param integration the name of the API key or public page that brought it
 * @param brand the brand or site that it was said to
 * @param contacts how the customer can be reached, strongest first; empty if nobody is named
 * @param customerName as the customer gave it
 * @param subject a title, where the channel has one
 * @param text what was said, up to 20,000 characters; empty if there is a rating alone
 * @param language as declared by the channel, BCP 47; a hint, not a verdict
 * @param declaredType what the channel or the customer called it
 * @param conversation the same for all that was said in one thread, chat or call; of use within one integration
 * @param attachments files that came with it, which are not kept
 * @param consentWord the word that is all of the text, where it is one of those with a meaning of its own
 * @param details what this kind of channel tells besides
 * @param customerClass the class of the customer in the sender's own books; a hint, not our own verdict
 */
public record FeedbackReceived(
        FeedbackId feedbackId,
        Channel channel,
        String integration,
        String brand,
        List<Contact> contacts,
        @Nullable String customerName,
        @Nullable String subject,
        String text,
        @Nullable String language,
        @Nullable FeedbackType declaredType,
        @Nullable Rating rating,
        About about,
        @Nullable String conversation,
        List<Attachment> attachments,
        @Nullable ConsentWord consentWord,
        @Nullable ChannelDetails details,
        @Nullable CustomerClass customerClass) {

    public static final int MAX_TEXT = 20_000;

    public FeedbackReceived {
        Objects.requireNonNull(feedbackId, "feedbackId is missing");
        Objects.requireNonNull(channel, "channel is missing");
        Objects.requireNonNull(integration, "integration is missing");
        Objects.requireNonNull(brand, "brand is missing");
        contacts = contacts == null ? List.of() : List.copyOf(contacts);
        text = text == null ? "" : text;
        about = about == null ? About.NOTHING : about;
        attachments = attachments == null ? List.of() : List.copyOf(attachments);
        if (text.length() > MAX_TEXT) {
            throw new IllegalArgumentException("text is longer than " + MAX_TEXT + " characters");
        }
        if (text.isBlank() && rating == null) {
            throw new IllegalArgumentException("neither text nor rating");
        }
    }

    /** Of a channel that tells the words and nothing besides. */
    public FeedbackReceived(
            FeedbackId feedbackId,
            Channel channel,
            String integration,
            String brand,
            List<Contact> contacts,
            @Nullable String customerName,
            @Nullable String subject,
            String text,
            @Nullable String language,
            @Nullable FeedbackType declaredType,
            @Nullable Rating rating,
            About about) {
        this(
                feedbackId,
                channel,
                integration,
                brand,
                contacts,
                customerName,
                subject,
                text,
                language,
                declaredType,
                rating,
                about,
                null,
                List.of(),
                null,
                null,
                null);
    }

    @Override
    public String toString() {
        return "FeedbackReceived[" + feedbackId + ", " + channel.wireName() + ", " + text.length() + " characters]";
    }
}
