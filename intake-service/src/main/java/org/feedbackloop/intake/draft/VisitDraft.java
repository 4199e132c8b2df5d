package org.feedbackloop.intake.draft;

import java.time.Instant;
import java.util.List;
import org.feedbackloop.event.EventType;
import org.feedbackloop.event.FeedbackId;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.event.v1.Contact;
import org.feedbackloop.event.v1.VisitRecorded;
import org.feedbackloop.intake.access.Integration;
import org.jspecify.annotations.Nullable;

/** A page, product or campaign that somebody looked at. The fields are those of {@link VisitRecorded}. */
public record VisitDraft(
        @Nullable String messageId,
        Instant occurredAt,
        List<Contact> contacts,
        @Nullable String page,
        @Nullable String product,
        @Nullable String campaign,
        @Nullable String referrer)
        implements Draft {

    public VisitDraft {
        contacts = List.copyOf(contacts);
    }

    @Override
    public Channel channel() {
        return Channel.VISIT;
    }

    @Override
    public Content<VisitRecorded> content(FeedbackId id, Integration integration) {
        return new Content<>(
                EventType.VISIT_RECORDED,
                new VisitRecorded(
                        id, integration.name(), integration.brand(), contacts, page, product, campaign, referrer));
    }

    @Override
    public String toString() {
        return "VisitDraft[" + contacts.size() + " contacts]";
    }
}
