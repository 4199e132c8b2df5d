package org.feedbackloop.event.v1;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody wants feedback to be routed by other rules. Whether it came to that is told by the order of the topic: a change is
 * live only if its number is one more, and its base the same, as those of the last change before it that was; else somebody
 * else was faster, and it counts for nothing.
 *
 * <p>Does not print the rules.
 *
 * @param name of the rule set; equal to the key
 * @param number 1 for the first change of a rule set
 * @param version what decisions made by these rules say; equal for equal texts
 * @param basedOn the version that its author had before them; none for the first change, which comes after whatever each
 *     replica was started with
 * @param text the whole document, YAML, as its author wrote it
 * @param author who changed them
 * @param note why
 * @param rolledBackTo the version whose text this one repeats, if an earlier one was restored
 */
public record RulesChanged(
        String name,
        int number,
        String version,
        @Nullable String basedOn,
        String text,
        Instant changedAt,
        String author,
        @Nullable String note,
        @Nullable String rolledBackTo) {

    public RulesChanged {
        Objects.requireNonNull(name, "name is missing");
        Objects.requireNonNull(version, "version is missing");
        Objects.requireNonNull(text, "text is missing");
        Objects.requireNonNull(changedAt, "changedAt is missing");
        Objects.requireNonNull(author, "author is missing");
        if (number < 1) {
            throw new IllegalArgumentException("number must be 1 or more, not " + number);
        }
    }

    @Override
    public String toString() {
        return "RulesChanged[" + name + ", " + number + ", " + version + "]";
    }
}
