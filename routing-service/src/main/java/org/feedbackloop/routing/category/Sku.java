package org.feedbackloop.routing.category;

import java.util.Locale;

/**
 * An article number, or the beginning of several.
 *
 * @param start in upper case, as numbers are compared
 * @param isWhole whether that is all of it
 */
public record Sku(String start, boolean isWhole) {

    /** Of a start, in characters. */
    static final int LONGEST = 100;

    /**
     * Reads {@code BRK-1700}, or {@code BRK-*} for all that begin so.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static Sku parse(String text) {
        String number = normal(text);
        boolean isWhole = !number.endsWith("*");
        String start = isWhole ? number : number.substring(0, number.length() - 1);
        if (start.isEmpty() || start.length() > LONGEST || start.indexOf('*') >= 0) {
            throw new IllegalArgumentException(
                    "an article number has 1 to 100 characters; a star may stand for the rest of it, such as BRK-*");
        }
        return new Sku(start, isWhole);
    }

    /** As numbers are compared: people write them as they please. */
    static String normal(String number) {
        return number.strip().toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return isWhole ? start : start + "*";
    }
}
