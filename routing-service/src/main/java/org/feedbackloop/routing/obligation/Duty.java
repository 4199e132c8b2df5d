package org.feedbackloop.routing.obligation;

import org.feedbackloop.routing.queue.WorkingTime;
import org.jspecify.annotations.Nullable;

/**
 * What a type of feedback obliges us to.
 *
 * @param action one word, for example {@code resolve}
 * @param within how long it may take
 * @param acknowledgeWithin how long the customer may wait to hear that we know; none where that is not owed
 */
public record Duty(
        String action, WorkingTime within, @Nullable WorkingTime acknowledgeWithin) {

    public Duty {
        if (action.isBlank()) {
            throw new IllegalArgumentException("a duty needs a word for what is to be done");
        }
    }
}
