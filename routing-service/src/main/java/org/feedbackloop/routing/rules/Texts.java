package org.feedbackloop.routing.rules;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.feedbackloop.routing.reading.Phrases;

/** What the texts of a document stand for. */
final class Texts {

    private static final int LONGEST_PHRASE = 200;

    private Texts() {}

    /** A list of phrases, each there once. */
    static List<String> phrases(Place list) {
        Set<String> seen = new HashSet<>();
        return list.each(place -> {
            String phrase = phrase(place);
            if (!seen.add(Phrases.requirePhrase(phrase))) {
                throw place.refused("the same phrase is in this list already");
            }
            return phrase;
        });
    }

    static String phrase(Place place) {
        String phrase = place.text();
        if (phrase.length() > LONGEST_PHRASE) {
            throw place.refused("a phrase has at most " + LONGEST_PHRASE + " characters");
        }
        place.whole(() -> Phrases.requirePhrase(phrase));
        return phrase;
    }

    static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("must be a whole number", e);
        }
    }

    static boolean isTrue(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("must be true or false");
        }
        return text.equals("true");
    }

    static <E extends Enum<E>> E constant(String text, E[] constants) {
        return Arrays.stream(constants)
                .filter(constant -> written(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> {
                    List<String> known =
                            Stream.of(constants).map(Texts::written).toList();
                    return new IllegalArgumentException(
                            "must be one of " + String.join(", ", known) + Spelling.hint(text, known));
                });
    }

    static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
