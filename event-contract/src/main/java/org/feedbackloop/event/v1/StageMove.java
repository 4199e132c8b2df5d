package org.feedbackloop.event.v1;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One step of a relationship.
 *
 * @param from none where the customer is new
 * @param rule the rule that moved it
 */
public record StageMove(StageModel model, @Nullable String from, String to, Direction direction, String rule) {

    public StageMove {
        Objects.requireNonNull(model, "model is missing");
        Objects.requireNonNull(to, "to is missing");
        Objects.requireNonNull(direction, "direction is missing");
        Objects.requireNonNull(rule, "rule is missing");
    }
}
