package org.feedbackloop.event.v1;

import java.util.Objects;

/**
 * A score that a customer gave.
 *
 * @param score 0 to 10 for NPS, 1 to 5 for all others
 */
public record Rating(RatingScale scale, int score) {

    public Rating {
        Objects.requireNonNull(scale, "rating scale is missing");
        int lowest = scale == RatingScale.NPS ? 0 : 1;
        int highest = scale == RatingScale.NPS ? 10 : 5;
        if (score < lowest || score > highest) {
            throw new IllegalArgumentException("score on the scale " + scale.wireName() + " must be " + lowest + " to "
                    + highest + ", not " + score);
        }
    }
}
