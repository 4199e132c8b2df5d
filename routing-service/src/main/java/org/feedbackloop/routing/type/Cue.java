package org.feedbackloop.routing.type;

import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.routing.language.Language;

/**
 * A phrase that speaks for a type.
 *
 * @param language {@code und} for a sign that every language shares
 * @param strength how much it counts beside the trained model
 */
public record Cue(Language language, FeedbackType type, Strength strength, String phrase) {

    /** What a cue does where the model says otherwise. */
    public enum Strength {
        /** The model is not asked. */
        DECISIVE,
        /** Moves the model: it decides where the model is in doubt, and yields where it is sure. */
        STRONG,
        /** Tips the scales: all of a type together weigh a tenth of one strong one. */
        WEAK
    }

    /** Whether it counts in a text of that language; in one of an unknown language every cue does. */
    boolean countsIn(Language spoken) {
        return !language.isDetermined() || !spoken.isDetermined() || language.equals(spoken);
    }
}
