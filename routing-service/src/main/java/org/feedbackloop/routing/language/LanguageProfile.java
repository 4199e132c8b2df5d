package org.feedbackloop.routing.language;

import java.lang.Character.UnicodeScript;
import java.util.List;

/**
 * By what a language is known.
 *
 * @param answered whether we answer in it; if not, it is here so that texts in it are not taken for a neighbour's
 * @param letters letters that its neighbours in the same script do not have
 * @param words those that speak for it: small words that no text can do without, and what else the rules know of it
 */
public record LanguageProfile(
        Language language, boolean answered, UnicodeScript script, String letters, List<String> words) {

    public LanguageProfile {
        words = List.copyOf(words);
    }

    public LanguageProfile withWords(List<String> otherWords) {
        return new LanguageProfile(language, answered, script, letters, otherWords);
    }
}
