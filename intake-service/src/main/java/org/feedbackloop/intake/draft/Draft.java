package org.feedbackloop.intake.draft;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.feedbackloop.event.EventType;
import org.feedbackloop.event.FeedbackId;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.event.v1.Contact;
import org.feedbackloop.intake.access.Integration;
import org.jspecify.annotations.Nullable;

/** One thing that came in, in normal form, before it has an id. */
public sealed interface Draft permits FeedbackDraft, SurveyDraft, VisitDraft {

    Channel channel();

    /** The provider's own id of it: the same when the provider sends it again. */
    @Nullable
    String messageId();

    /** When it happened, which is not when we learn it. */
    Instant occurredAt();

    /** Who it is from, strongest first. */
    List<Contact> contacts();

    /** What is published of it. */
    Content<?> content(FeedbackId id, Integration integration);

    default Optional<Contact> strongestContact() {
        return contacts().isEmpty() ? Optional.empty() : Optional.of(contacts().get(0));
    }

    record Content<T extends Record>(EventType<T> type, T data) {}
}
