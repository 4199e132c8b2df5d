package org.feedbackloop.intake.mailbox;

import java.time.Duration;

/**
 * How long to wait before a mailbox is looked into again: twice as long after each failure.
 *
 * @param usual after a look that went well
 * @param failures in a row
 */
record Pace(Duration usual, int failures) {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    Pace {
        if (usual.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("a mailbox may be looked into every second at most");
        }
    }

    static Pace of(Duration usual) {
        return new Pace(usual, 0);
    }

    Pace afterSuccess() {
        return new Pace(usual, 0);
    }

    Pace afterFailure() {
        return new Pace(usual, failures + 1);
    }

    Duration pause() {
        Duration longer = usual.multipliedBy(1L << Math.min(failures, 10));
        return longer.compareTo(LONGEST) < 0 ? longer : usual.compareTo(LONGEST) < 0 ? LONGEST : usual;
    }
}
