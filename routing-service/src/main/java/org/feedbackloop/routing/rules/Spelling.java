package org.feedbackloop.routing.rules;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Guesses what a misspelt name was meant to be. */
final class Spelling {

    /** Nobody slips in a longer one, or remembers more of them. */
    private static final int LONGEST = 60;

    private static final int MOST = 500;

    /** Who slips more often has meant something else. */
    private static final int MOST_SLIPS = 4;

    /** Of a list that helps to find the right name: more would bury it. */
    private static final int MOST_NAMED = 20;

    private Spelling() {}

    /** The known name that is nearest, if it is near enough to be a slip of the fingers. */
    static Optional<String> nearest(String written, Collection<String> known) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        String lower = written.toLowerCase(Locale.ROOT);
        int slips = Math.min(MOST_SLIPS, Math.max(1, written.length() / 3));
        return known.stream()
                .limit(MOST)
                .filter(name -> Math.abs(name.length() - written.length()) <= slips)
                .map(name -> new Guess(name, distance(lower, name.toLowerCase(Locale.ROOT), slips)))
                .filter(guess -> guess.slips() <= slips)
                .min(Comparator.comparingInt(Guess::slips))
                .map(Guess::name);
    }

    /** A question to put after a reason, or nothing. */
    static String hint(String written, Collection<String> known) {
        return nearest(written, known)
                .map(name -> "; did you mean " + name + "?")
                .orElse("");
    }

    /** The same, and then what is known. */
    static String hint(String written, Collection<String> known, String introduction) {
        String hint = hint(written, known);
        return hint + (hint.isEmpty() ? "; " : " ") + introduction + ": "
                + known.stream().sorted().limit(MOST_NAMED).collect(Collectors.joining(", "));
    }

    /**
     * Letters to be changed, put in or left out, and neighbours to be swapped.
     *
     * @param most where it is more, any number that is more
     */
    private static int distance(String one, String other, int most) {
        int[] beforeLast = new int[0];
        int[] last = IntStream.rangeClosed(0, other.length()).toArray();
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            int least = i;
            for (int j = 1; j <= other.length(); j++) {
                row[j] = distance(one, other, i, j, row, last, beforeLast);
                least = Math.min(least, row[j]);
            }
            if (least > most) {
                return least;
            }
            beforeLast = last;
            last = row;
        }
        return last[other.length()];
    }

    private static int distance(String one, String other, int i, int j, int[] row, int[] last, int[] beforeLast) {
        char letter = one.charAt(i - 1);
        char otherLetter = other.charAt(j - 1);
        int changed = last[j - 1] + (letter == otherLetter ? 0 : 1);
        int shortest = Math.min(changed, 1 + Math.min(last[j], row[j - 1]));
        boolean swapped = i > 1 && j > 1 && letter == other.charAt(j - 2) && otherLetter == one.charAt(i - 2);
        return swapped ? Math.min(shortest, beforeLast[j - 2] + 1) : shortest;
    }

    private record Guess(String name, int slips) {}
}
