package org.feedbackloop.event.v1;

import java.time.Instant;
import java.util.Objects;
import org.feedbackloop.event.CaseId;
import org.feedbackloop.event.CustomerId;
import org.feedbackloop.event.FeedbackId;
import org.jspecify.annotations.Nullable;

/**
 * Something about a case is different now.
 *
 * @param type what kind of thing the customer said, after the change
 * @param queue where the consultants for it wait
 * @param consultant who did it; none where the system did
 * @param closedAt when the obligation was met
 * @param closedInTime whether that was before {@code dueAt}
 * @param previousType what we took it for, where a consultant has just said that it is of another type
 */
public record CaseChanged(
        CaseId caseId,
        CustomerId customerId,
        FeedbackId feedbackId,
        CaseChange change,
        CaseStatus status,
        FeedbackType type,
        String queue,
        Priority priority,
        Instant dueAt,
        @Nullable String consultant,
        @Nullable Instant closedAt,
        @Nullable Boolean closedInTime,
        @Nullable FeedbackType previousType) {

    public CaseChanged {
        Objects.requireNonNull(caseId, "caseId is missing");
        Objects.requireNonNull(customerId, "customerId is missing");
        Objects.requireNonNull(feedbackId, "feedbackId is missing");
        Objects.requireNonNull(change, "change is missing");
        Objects.requireNonNull(status, "status is missing");
        Objects.requireNonNull(type, "type is missing");
        Objects.requireNonNull(queue, "queue is missing");
        Objects.requireNonNull(priority, "priority is missing");
        Objects.requireNonNull(dueAt, "dueAt is missing");
    }

    /** Of a case that is of the type that it was of. */
    public CaseChanged(
            CaseId caseId,
            CustomerId customerId,
            FeedbackId feedbackId,
            CaseChange change,
            CaseStatus status,
            FeedbackType type,
            String queue,
            Priority priority,
            Instant dueAt,
            @Nullable String consultant,
            @Nullable Instant closedAt,
            @Nullable Boolean closedInTime) {
        this(
                caseId,
                customerId,
                feedbackId,
                change,
                status,
                type,
                queue,
                priority,
                dueAt,
                consultant,
                closedAt,
                closedInTime,
                null);
    }
}
