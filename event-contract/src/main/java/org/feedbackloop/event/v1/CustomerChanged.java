package org.feedbackloop.event.v1;

import java.util.List;
import java.util.Objects;
import org.feedbackloop.event.CustomerId;
import org.jspecify.annotations.Nullable;

/**
 * Something about a customer is different now. Carries no address: who needs one asks crm-service.
 *
 * @param contactKinds by what kinds of address the customer can be reached, after the change
 * @param stage the step, when a stage changed
 */
public record CustomerChanged(
        CustomerId customerId,
        CustomerChange change,
        List<ContactKind> contactKinds,
        @Nullable StageMove stage) {

    public CustomerChanged {
        Objects.requireNonNull(customerId, "customerId is missing");
        Objects.requireNonNull(change, "change is missing");
        contactKinds = contactKinds == null ? List.of() : List.copyOf(contactKinds);
        if ((change == CustomerChange.STAGE_CHANGED) != (stage != null)) {
            throw new IllegalArgumentException("a stage belongs to a change of stage, and to no other");
        }
    }
}
