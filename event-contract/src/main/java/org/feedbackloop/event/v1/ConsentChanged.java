package org.feedbackloop.event.v1;

import java.util.Objects;
import org.feedbackloop.event.CustomerId;
import org.feedbackloop.event.FeedbackId;

/**
 * A customer said whether we may write to them. Carries no address: who needs one asks crm-service.
 *
 * <p>Says what was said, which may be what was so already. Of two for the same customer, kind and purpose the one with the
 * later {@code time} holds, in whatever order they arrive.
 *
 * @param contactKind the kind of address that may be written to, or no longer
 * @param purpose what for
 * @param given whether we may
 * @param feedbackId the feedback in which they said so
 */
public record ConsentChanged(
        CustomerId customerId, ContactKind contactKind, ConsentPurpose purpose, boolean given, FeedbackId feedbackId) {

    public ConsentChanged {
        Objects.requireNonNull(customerId, "customerId is missing");
        Objects.requireNonNull(contactKind, "contactKind is missing");
        Objects.requireNonNull(purpose, "purpose is missing");
        Objects.requireNonNull(feedbackId, "feedbackId is missing");
    }
}
