package org.feedbackloop.intake.kiosk;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Terminals stand in shops for years and nobody sets their clocks. How much time passed they know, what time it is they may not. */
final class TerminalClock {

    /** No shop is without a network for longer; a clock that says so was set in between. */
    private static final Duration LONGEST_KEPT = Duration.ofDays(31);

    private TerminalClock() {}

    /**
     * When the customer answered, by our clock.
     *
     * @param answeredAt when that was, by the terminal's clock
     * @param sentAt what the terminal's clock said when it sent the answer, if it told
     */
    static Instant answeredAt(@Nullable Instant answeredAt, @Nullable Instant sentAt, Instant receivedAt) {
        if (answeredAt == null) {
            return receivedAt;
        }
        Duration kept = Duration.between(answeredAt, sentAt == null ? receivedAt : sentAt);
        return kept.isNegative() || kept.compareTo(LONGEST_KEPT) > 0 ? receivedAt : receivedAt.minus(kept);
    }
}
