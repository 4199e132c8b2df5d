package org.feedbackloop.intake.draft;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.feedbackloop.event.FeedbackId;
import org.feedbackloop.event.v1.About;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.event.v1.Contact;
import org.feedbackloop.event.v1.FeedbackReceived;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.event.v1.Rating;
import org.feedbackloop.intake.access.Integration;
import org.jspecify.annotations.Nullable;

/**
 * One thing a customer said, in normal form, before it has an id.
 *
 * @param messageId the provider's own id of it: the same when the provider sends it again
 * @param occurredAt when the customer said it
 * @param contacts strongest first
 */
public record Draft(
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
        About about) {

    public Draft {
        contacts = List.copyOf(contacts);
    }

    public Optional<Contact> strongestContact() {
        return contacts.isEmpty() ? Optional.empty() : Optional.of(contacts.get(0));
    }

    public FeedbackReceived receivedAs(FeedbackId id, Integration integration) {
        return new FeedbackReceived(
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
                about);
    }

    @Override
    public String toString() {
        return "Draft[" + channel.wireName() + ", " + text.length() + " characters]";
    }
}
