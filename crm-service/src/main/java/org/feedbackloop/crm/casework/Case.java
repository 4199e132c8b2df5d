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

    /** The case, of another type than we took it for. Queue and times stay: what was promised, was promised. */
    public Case reclassified(FeedbackType corrected, EventId event) {
        return new Case(
                id,
                customer,
                feedback,
                corrected,
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
                progress,
                event);
    }

    /** What the world is told of this case. */
    public CaseChanged changed(CaseChange change) {
        return changed(change, progress.consultant(), null);
    }

    /** What the world is told when a consultant has said that it is of another type. */
    public CaseChanged corrected(String consultant, FeedbackType previous) {
        return changed(CaseChange.RECLASSIFIED, consultant, previous);
    }

    private CaseChanged changed(CaseChange change, @Nullable String consultant, @Nullable FeedbackType previous) {
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
                consultant,
                closedAt,
                closedAt == null ? null : !closedAt.isAfter(dueAt),
                previous);
    }

    /** Redacted: it holds a customer's words and address. */
    @Override
    public String toString() {
        return "Case[" + id + ", " + progress.status().wireName() + "]";
    }
}
