package org.feedbackloop.event.v1;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What we owe because of a feedback, and by when.
 *
 * @param action what is owed, for example {@code resolve} or {@code answer}
 * @param dueAt when it must be done
 * @param acknowledgeBy when the customer must have heard that we know; none where that is not owed
 */
public record Obligation(
        String action, Instant dueAt, @Nullable Instant acknowledgeBy) {

    public Obligation {
        Objects.requireNonNull(action, "action is missing");
        Objects.requireNonNull(dueAt, "dueAt is missing");
    }
}
