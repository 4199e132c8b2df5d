package org.feedbackloop.event.v1;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One decision on the way to a queue, with what led to it.
 *
 * <p>Prints itself without its evidence, which tells much of what a customer said.
 *
 * @param step language, type, secondary-type, category, queue, priority, obligation or secondary-obligation; new ones
 *     may come at any time
 * @param value what was decided
 * @param confidence 0 (a guess) to 1 (declared)
 * @param evidence words and phrases of the rules that were found, fields read, scores; never a whole text or an address
 * @param rule the rule that decided, as the rules document names it; none where no rule was needed
 */
public record Finding(
        String step,
        String value,
        double confidence,
        List<String> evidence,
        @Nullable String rule) {

    public Finding {
        Objects.requireNonNull(step, "step is missing");
        Objects.requireNonNull(value, "value is missing");
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence must be 0 to 1, not " + confidence);
        }
        evidence = evidence == null ? List.of() : List.copyOf(evidence);
    }

    @Override
    public String toString() {
        return "Finding[" + step + ", " + value + ", " + confidence + "]";
    }
}
