package org.feedbackloop.routing.rules;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Guesses what a misspelt name was meant to be. */
final class Spelling {

    /** Nobody slips in a longer one, or remembers more of them. */
    private static final int LONGEST = 60;

    private static final int MOST = 500;

    /** Of a list that helps to find the right name: more would bury it. */
    private static final int MOST_NAMED = 20;

    private Spelling() {}

    /** The known name that is nearest, if it is near enough to be a slip of the fingers. */
    static Optional<String> nearest(String written, Collection<String> known) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        String lower = written.toLowerCase(Locale.ROOT);
        int slips = Math.max(1, written.length() / 3);
        return known.stream()
                .limit(MOST)
                .filter(name -> Math.abs(name.length() - written.length()) <= slips)
                .map(name -> new Guess(name, distance(lower, name.toLowerCase(Locale.ROOT))))
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

    /** Letters to be changed, put in or left out, and neighbours to be swapped. */
    private static int distance(String one, String other) {
        int[][] distances = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                distances[i][j] = i == 0 ? j : j == 0 ? i : distance(one, other, i, j, distances);
            }
        }
        return distances[one.length()][other.length()];
    }

    private static int distance(String one, String other, int i, int j, int[][] distances) {
        char last = one.charAt(i - 1);
        char otherLast = other.charAt(j - 1);
        int changed = distances[i - 1][j - 1] + (last == otherLast ? 0 : 1);
        int shortest = Math.min(changed, 1 + Math.min(distances[i - 1][j], distances[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && last == other.charAt(j - 2) && otherLast == one.charAt(i - 2);
        return swapped ? Math.min(shortest, distances[i - 2][j - 2] + 1) : shortest;
    }

    private record Guess(String name, int slips) {}
}
