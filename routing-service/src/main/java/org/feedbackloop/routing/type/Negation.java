package org.feedbackloop.routing.type;

import java.util.List;
import org.feedbackloop.routing.language.Language;

/**
 * How a language says no.
 *
 * @param words such as "not"
 * @param side where they stand
 * @param reach how many words away, at most
 */
public record Negation(Language language, List<String> words, Side side, int reach) {

    /** On which side of what it denies. */
    public enum Side {
        BEFORE,
        AFTER
    }

    public Negation {
        words = List.copyOf(words);
        if (reach < 1 || reach > 5) {
            throw new IllegalArgumentException("a reach is 1 to 5 words");
        }
    }
}
