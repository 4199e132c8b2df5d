package org.feedbackloop.crm.identity;

import java.time.Instant;
import org.feedbackloop.event.CustomerId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody we had not heard of before.
 *
 * @param language two letters, or {@code und}
 * @param since when they first said something
 */
public record NewCustomer(CustomerId id, @Nullable String name, String language, Instant since) {

    /** Redacted: a name is personal. */
    @Override
    public String toString() {
        return "NewCustomer[" + id + "]";
    }
}
