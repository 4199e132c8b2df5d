package org.feedbackloop.event.v1;

import java.util.Objects;
import org.feedbackloop.event.CaseId;
import org.feedbackloop.event.CustomerId;
import org.feedbackloop.event.FeedbackId;
import org.feedbackloop.event.FollowUpId;
import org.jspecify.annotations.Nullable;

/**
 * What became of a follow-up.
 *
 * <p>Redacts itself when printed: the reason may repeat a mail server's answer, and with it an address.
 *
 * @param reason why it was skipped or failed; none when it was sent
 * @param messageId the Message-ID of the mail, or the provider's id
 */
public record FollowUpOutcome(
        FollowUpId followUpId,
        CustomerId customerId,
        FeedbackId feedbackId,
        @Nullable CaseId caseId,
        FollowUpPurpose purpose,
        ContactKind sentBy,
        FollowUpResult result,
        @Nullable String reason,
        @Nullable String messageId) {

    public FollowUpOutcome {
        Objects.requireNonNull(followUpId, "followUpId is missing");
        Objects.requireNonNull(customerId, "customerId is missing");
        Objects.requireNonNull(feedbackId, "feedbackId is missing");
        Objects.requireNonNull(purpose, "purpose is missing");
        Objects.requireNonNull(sentBy, "sentBy is missing");
        Objects.requireNonNull(result, "result is missing");
        if (result != FollowUpResult.SENT && (reason == null || reason.isBlank())) {
            throw new IllegalArgumentException("what was not sent needs a reason");
        }
    }

    @Override
    public String toString() {
        return "FollowUpOutcome[" + followUpId + ", " + purpose.wireName() + ", " + result.wireName() + "]";
    }
}
