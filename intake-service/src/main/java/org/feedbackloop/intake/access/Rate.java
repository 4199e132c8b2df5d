package org.feedbackloop.intake.access;

import java.time.Duration;

/**
 * How much may come in.
 *
 * @param pieces in the long run, in each span of time; at least 1
 * @param span longer than nothing
 * @param burst how many at once after a time of silence; at least 1
 */
public record Rate(long pieces, Duration span, long burst) {

    public Rate {
        if (pieces < 1 || burst < 1 || span.isNegative() || span.isZero()) {
            throw new IllegalArgumentException("a rate lets something in");
        }
    }

    public static Rate perSecond(long pieces, long burst) {
        return new Rate(pieces, Duration.ofSeconds(1), burst);
    }
}
