package org.feedbackloop.crm.casework;

import java.time.Instant;
import org.feedbackloop.event.CaseId;
import org.feedbackloop.event.EventId;
import org.feedbackloop.event.FollowUpId;

/**
 * What a consultant says to a customer.
 *
 * @param id named after the case and the consultant's idempotency key, so that a second try finds the first
 * @param followUp the message that carries it
 */
public record Answer(EventId id, CaseId caseId, String consultant, String text, Instant givenAt, FollowUpId followUp) {

    /** Redacted: the text is between the consultant and the customer. */
    @Override
    public String toString() {
        return "Answer[" + id + ", case " + caseId + "]";
    }
}
