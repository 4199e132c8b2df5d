package org.feedbackloop.routing.rules;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedbackloop.routing.reading.Phrases;

/** What the texts of a document stand for. */
final class Texts {

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
                .orElseThrow(() -> new IllegalArgumentException("must be one of "
                        + Stream.of(constants).map(Texts::written).collect(Collectors.joining(", "))));
    }

    static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
