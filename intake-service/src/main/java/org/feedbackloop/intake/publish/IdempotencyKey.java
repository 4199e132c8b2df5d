package org.feedbackloop.intake.publish;

import org.feedbackloop.intake.problem.Problem;
import org.feedbackloop.intake.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What a caller names a request by, so that sending it again does nothing more.
 *
 * @param line of a batch, counted from one; zero for a request that is one piece of feedback
 */
public record IdempotencyKey(String value, int line) {

    public static final String HEADER = "Idempotency-Key";

    private static final int MAX_LENGTH = 255;

    /**
     * Null if there is no such header.
     *
     * @throws Refusal if the header cannot be a key
     */
    public static @Nullable IdempotencyKey parse(@Nullable String header) {
        if (header == null) {
            return null;
        }
        boolean printable = header.chars().allMatch(c -> c > 0x20 && c < 0x7f);
        if (header.isEmpty() || header.length() > MAX_LENGTH || !printable) {
            throw new Refusal(Problem.invalidHeader(
                    HEADER, "must have 1 to " + MAX_LENGTH + " printable ASCII characters, without spaces"));
        }
        return new IdempotencyKey(header, 0);
    }

    public IdempotencyKey forLine(int number) {
        return new IdempotencyKey(value, number);
    }

    /** The key of a batch knows a line by its number alone: the provider's own id says more, where there is one. */
    boolean yieldsToMessageId() {
        return line > 0;
    }

    /** A space stands in no key that a caller can send: line 1 of {@code a} is never taken for another key. */
    String name() {
        return line == 0 ? value : value + " line " + line;
    }
}
