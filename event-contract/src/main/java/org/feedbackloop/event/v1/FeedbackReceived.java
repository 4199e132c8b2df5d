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
        About about) {

    public static final int MAX_TEXT = 20_000;

    public FeedbackReceived {
        Objects.requireNonNull(feedbackId, "feedbackId is missing");
        Objects.requireNonNull(channel, "channel is missing");
        Objects.requireNonNull(integration, "integration is missing");
        Objects.requireNonNull(brand, "brand is missing");
        contacts = contacts == null ? List.of() : List.copyOf(contacts);
        text = text == null ? "" : text;
        about = about == null ? About.NOTHING : about;
        if (text.length() > MAX_TEXT) {
            throw new IllegalArgumentException("text is longer than " + MAX_TEXT + " characters");
        }
        if (text.isBlank() && rating == null) {
            throw new IllegalArgumentException("neither text nor rating");
        }
    }

    @Override
    public String toString() {
        return "FeedbackReceived[" + feedbackId + ", " + channel.wireName() + ", " + text.length() + " characters]";
    }
}
