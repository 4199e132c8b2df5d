package org.feedbackloop.routing.training;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.feedbackloop.routing.reading.Words;

/**
 * Finds texts that are nearly the same: so many of the sequences of characters that either has are in both. A model that has
 * seen one of them knows the other, which would make a measurement of it look better than it is.
 */
final class NearDuplicates {

    private static final int SEQUENCE = 4;
    private static final double ALIKE = 0.6;

    private NearDuplicates() {}

    /** For each text the number of its group; a text that is like no other is a group of its own. */
    static int[] groups(List<String> texts) {
        int[][] sequences = texts.stream().map(NearDuplicates::sequences).toArray(int[][]::new);
        Map<Integer, Integer> frequency = new HashMap<>();
        for (int[] sequence : sequences) {
            for (int hash : sequence) {
                frequency.merge(hash, 1, Integer::sum);
            }
        }
        int[] groups = new int[sequences.length];
        Arrays.setAll(groups, i -> i);
        Map<Integer, Set<Integer>> seenWith = new HashMap<>();
        for (int text = 0; text < sequences.length; text++) {
            // Two that share so much share one of the rarest sequences of each, if enough of those are looked at.
            int[] rarest = rarestFirst(sequences[text], frequency);
            int looked = rarest.length - (int) Math.ceil(ALIKE * rarest.length) + 1;
            Set<Integer> candidates = new HashSet<>();
            for (int i = 0; i < Math.min(looked, rarest.length); i++) {
                Set<Integer> others = seenWith.computeIfAbsent(rarest[i], hash -> new HashSet<>());
                candidates.addAll(others);
                others.add(text);
            }
            for (int candidate : candidates) {
                if (alike(sequences[text], sequences[candidate])) {
                    join(groups, text, candidate);
                }
            }
        }
        for (int text = 0; text < groups.length; text++) {
            groups[text] = rootOf(groups, text);
        }
        return groups;
    }

    private static void join(int[] groups, int one, int other) {
        int first = rootOf(groups, one);
        int second = rootOf(groups, other);
        groups[Math.max(first, second)] = Math.min(first, second);
    }

    private static int rootOf(int[] groups, int text) {
        int root = text;
        while (groups[root] != root) {
            root = groups[root];
        }
        return root;
    }

    private static boolean alike(int[] one, int[] other) {
        int shared = 0;
        for (int i = 0, j = 0; i < one.length && j < other.length; ) {
            if (one[i] == other[j]) {
                shared++;
                i++;
                j++;
            } else if (one[i] < other[j]) {
                i++;
            } else {
                j++;
            }
        }
        return shared >= ALIKE * (one.length + other.length - shared);
    }

    private static int[] rarestFirst(int[] sequences, Map<Integer, Integer> frequency) {
        return Arrays.stream(sequences)
                .boxed()
                .sorted((one, other) -> {
                    int byFrequency = Integer.compare(frequency.getOrDefault(one, 0), frequency.getOrDefault(other, 0));
                    return byFrequency != 0 ? byFrequency : Integer.compare(one, other);
                })
                .mapToInt(hash -> hash)
                .toArray();
    }

    private static int[] sequences(String text) {
        String folded = Words.of(text).folded();
        int count = Math.max(1, folded.length() - SEQUENCE + 1);
        int[] hashes = new int[count];
        for (int at = 0; at < count; at++) {
            hashes[at] = folded.substring(at, Math.min(folded.length(), at + SEQUENCE))
                    .hashCode();
        }
        return Arrays.stream(hashes).sorted().distinct().toArray();
    }
}
