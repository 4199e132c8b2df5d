package org.feedbackloop.routing.opinion;

import org.feedbackloop.event.v1.Finding;
import org.feedbackloop.routing.type.Wording;

/**
 * Whether the type of a statement was left open: its words decided, and not surely. What a consultant, the customer, a score
 * or a consent word has said is not asked about.
 *
 * @param below the confidence from which on the words are believed, more than 0 and at most 0.7; that of a second opinion is
 *     0.7, and to be surer than that it cannot help
 */
public record Doubt(double below) {

    public static final double MOST = 0.7;

    public Doubt {
        if (!(below > 0 && below <= MOST)) {
            throw new IllegalArgumentException(
                    "routing.second-opinion.below is more than 0 and at most " + MOST + ", not " + below);
        }
    }

    /** @param type what was found in the step of that name */
    public boolean isLeftBy(Finding type) {
        return Wording.isRule(type.rule()) && type.confidence() < below;
    }
}
