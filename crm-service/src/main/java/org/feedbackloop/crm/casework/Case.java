package org.feedbackloop.crm.casework;

import java.time.Instant;
import org.feedbackloop.event.CaseId;
import org.feedbackloop.event.CustomerId;
import org.feedbackloop.event.EventId;
import org.feedbackloop.event.FeedbackId;
import org.feedbackloop.event.v1.CaseChange;
import org.feedbackloop.event.v1.CaseChanged;
import org.feedbackloop.event.v1.Contact;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.event.v1.Priority;
import org.jspecify.annotations.Nullable;

/**
 * The work that meets what we owe because of one feedback.
 *
 * @param excerpt the beginning of what the customer said
 * @param customerName as the customer gave it
 * @param replyTo where the customer can be reached; none if they left no address
 * @param acknowledgeBy when the customer must have heard that we know; none where that is not owed
 * @param dueAt when the obligation must be met
 * @param lastEvent the last event that told of this case: what happens next is caused by it
 */
public record Case(
        CaseId id,
        CustomerId customer,
        FeedbackId feedback,
        FeedbackType type,
        String category,
        String queue,
        Priority priority,
        String language,
        String excerpt,
        @Nullable String customerName,
        @Nullable Contact replyTo,
        Instant openedAt,
        @Nullable Instant acknowledgeBy,
        Instant dueAt,
        Progress progress,
        EventId lastEvent) {

    /** The case as it stands after a step that this event tells of. */
    public Case moved(Progress next, EventId event) {
        return new Case(
                id,
                customer,
                feedback,
                type,
                category,
                queue,
                priority,
                language,
                excerpt,
                customerName,
                replyTo,
                openedAt,
                acknowledgeBy,
                dueAt,
                next,
                event);
    }

    /** What the world is told of this case. */
    public CaseChanged changed(CaseChange change) {
        Instant closedAt = progress.closedAt();
        return new CaseChanged(
                id,
                customer,
                feedback,
                change,
                progress.status(),
                type,
                queue,
                priority,
                dueAt,
                progress.consultant(),
                closedAt,
                closedAt == null ? null : !closedAt.isAfter(dueAt));
    }

    /** Redacted: it holds a customer's words and address. */
    @Override
    public String toString() {
        return "Case[" + id + ", " + progress.status().wireName() + "]";
    }
}
