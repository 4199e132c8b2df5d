package org.feedbackloop.routing.language;

import java.lang.Character.UnicodeScript;
import java.util.List;

/**
 * By what a language is known, beside what {@link LetterGroups} knows of it.
 *
 * @param answered whether we answer in it; if not, it is here so that texts in it are not taken for a neighbour's
 * @param letters a letter of the same script that is not among them speaks against it
 * @param words those that speak for it: small words that no text can do without, and those that make a message of one word
 */
public record LanguageProfile(
        Language language, boolean answered, UnicodeScript script, Alphabet letters, List<String> words) {

    public LanguageProfile {
        words = List.copyOf(words);
    }
}
