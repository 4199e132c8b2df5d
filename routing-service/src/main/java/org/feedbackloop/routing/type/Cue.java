package org.feedbackloop.routing.type;

import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.routing.language.Language;

/**
 * A phrase that speaks for a type.
 *
 * @param language {@code und} for a sign that every language shares
 * @param strong whether it speaks for the type by itself; all weak ones together weigh less than one strong one
 */
public record Cue(Language language, FeedbackType type, boolean strong, String phrase) {

    /** Whether it counts in a text of that language; in one of an unknown language every cue does. */
    boolean countsIn(Language spoken) {
        return !language.isDetermined() || !spoken.isDetermined() || language.equals(spoken);
    }
}
