package org.feedbackloop.intake.draft;

import java.time.Instant;
import java.util.List;
import org.feedbackloop.event.EventType;
import org.feedbackloop.event.FeedbackId;
import org.feedbackloop.event.v1.About;
import org.feedbackloop.event.v1.Attachment;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.event.v1.ChannelDetails;
import org.feedbackloop.event.v1.ConsentWord;
import org.feedbackloop.event.v1.Contact;
import org.feedbackloop.event.v1.CustomerClass;
import org.feedbackloop.event.v1.FeedbackReceived;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.event.v1.Rating;
import org.feedbackloop.intake.access.Integration;
import org.jspecify.annotations.Nullable;

/** Something that a customer said. The fields are those of {@link FeedbackReceived}. */
public record FeedbackDraft(
        Channel channel,
        @Nullable String messageId,
        Instant occurredAt,
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
        @Nullable CustomerClass customerClass)
        implements Draft {

    public FeedbackDraft {
        contacts = List.copyOf(contacts);
        attachments = List.copyOf(attachments);
    }

    @Override
    public Content<FeedbackReceived> content(FeedbackId id, Integration integration) {
        return new Content<>(
                EventType.FEEDBACK_RECEIVED,
                new FeedbackReceived(
                        id,
                        channel,
                        integration.name(),
                        integration.brand(),
                        contacts,
                        customerName,
                        subject,
                        text,
                        language,
                        declaredType,
                        rating,
                        about,
                        conversation,
                        attachments,
                        consentWord,
                        details,
                        customerClass));
    }

    @Override
    public String toString() {
        return "FeedbackDraft[" + channel.wireName() + ", " + text.length() + " characters]";
    }
}
