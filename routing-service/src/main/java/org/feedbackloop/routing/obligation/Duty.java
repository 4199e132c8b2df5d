package org.feedbackloop.routing.obligation;

import org.feedbackloop.routing.queue.WorkingTime;
import org.jspecify.annotations.Nullable;

/**
 * What a type of feedback obliges us to.
 *
 * @param action one word of at most 100 characters, for example {@code resolve}
 * @param within how long it may take
 * @param acknowledgeWithin how long the customer may wait to hear that we know; none where that is not owed
 */
public record Duty(
        String action, WorkingTime within, @Nullable WorkingTime acknowledgeWithin) {

    private static final int LONGEST_ACTION = 100;

    public Duty {
        if (action.isBlank() || action.length() > LONGEST_ACTION) {
            throw new IllegalArgumentException(
                    "a duty needs a word of at most " + LONGEST_ACTION + " characters for what is to be done");
        }
    }
}
