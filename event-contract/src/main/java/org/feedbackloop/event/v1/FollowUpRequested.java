package org.feedbackloop.event.v1;

import java.util.Objects;
import org.feedbackloop.event.CaseId;
import org.feedbackloop.event.CustomerId;
import org.feedbackloop.event.FeedbackId;
import org.feedbackloop.event.FollowUpId;
import org.jspecify.annotations.Nullable;

/**
 * We want to say something to a customer. How, when and whether is for the planner to decide.
 *
 * <p>Redacts itself when printed.
 *
 * @param caseId the case it belongs to, if there is one
 * @param recipient where the customer can be reached
 * @param recipientName how to address them
 * @param language two letters, or {@code und}
 * @param feedbackType what the customer's feedback was
 * @param feedbackExcerpt the beginning of what they said, so that they know what we write about
 * @param message the consultant's words; none where the template says it all
 */
public record FollowUpRequested(
        FollowUpId followUpId,
        CustomerId customerId,
        FeedbackId feedbackId,
        @Nullable CaseId caseId,
        FollowUpPurpose purpose,
        Contact recipient,
        @Nullable String recipientName,
        String language,
        FeedbackType feedbackType,
        String feedbackExcerpt,
        @Nullable String message) {

    public FollowUpRequested {
        Objects.requireNonNull(followUpId, "followUpId is missing");
        Objects.requireNonNull(customerId, "customerId is missing");
        Objects.requireNonNull(feedbackId, "feedbackId is missing");
        Objects.requireNonNull(purpose, "purpose is missing");
        Objects.requireNonNull(recipient, "recipient is missing");
        Objects.requireNonNull(language, "language is missing");
        Objects.requireNonNull(feedbackType, "feedbackType is missing");
        feedbackExcerpt = feedbackExcerpt == null ? "" : feedbackExcerpt;
        if (purpose == FollowUpPurpose.ANSWER && (message == null || message.isBlank())) {
            throw new IllegalArgumentException("an answer needs a message");
        }
    }

    @Override
    public String toString() {
        return "FollowUpRequested[" + followUpId + ", " + purpose.wireName() + ", " + recipient + "]";
    }
}
