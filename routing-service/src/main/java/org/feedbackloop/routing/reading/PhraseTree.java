package org.feedbackloop.routing.reading;

import java.util.Arrays;

/**
 * The characters on the way through all phrases, as a tree whose branches stand in one table: a step costs one look into it, and
 * at most words of a text the first step leads nowhere. Grows while phrases are added, then never changes.
 */
final class PhraseTree {

    static final int ROOT = 0;
    static final int NOWHERE = -1;

    private static final int CHARACTER_BITS = 16;

    /** Where a step starts and its character, each in its place or the next free one. */
    private long[] steps = emptyTable(1 << 8);

    /** Where it leads, by the same place. */
    private int[] nodes = new int[steps.length];

    /** For each node where a star after it leads. */
    private int[] starred = {NOWHERE};

    private int size = 1;

    /** How many nodes there are; they are numbered from 0. */
    int size() {
        return size;
    }

    int next(int node, char character) {
        int place = place(step(node, character));
        return steps[place] < 0 ? NOWHERE : nodes[place];
    }

    /** Where a star leads, which every step into a text asks for. */
    int starred(int node) {
        return starred[node];
    }

    /** The node where a phrase ends. */
    int make(String phrase) {
        int node = ROOT;
        for (int at = 0; at < phrase.length(); at++) {
            node = makeNext(node, phrase.charAt(at));
        }
        return node;
    }

    private int makeNext(int node, char character) {
        int next = next(node, character);
        if (next != NOWHERE) {
            return next;
        }
        if (2 * (size + 1) > steps.length) {
            grow();
        }
        if (size == starred.length) {
            starred = Arrays.copyOf(starred, 2 * size);
            Arrays.fill(starred, size, starred.length, NOWHERE);
        }
        int made = size++;
        int place = place(step(node, character));
        steps[place] = step(node, character);
        nodes[place] = made;
        if (character == Phrases.STAR) {
            starred[node] = made;
        }
        return made;
    }

    private void grow() {
        long[] oldSteps = steps;
        int[] oldNodes = nodes;
        steps = emptyTable(2 * oldSteps.length);
        nodes = new int[steps.length];
        for (int i = 0; i < oldSteps.length; i++) {
            if (oldSteps[i] >= 0) {
                int place = place(oldSteps[i]);
                steps[place] = oldSteps[i];
                nodes[place] = oldNodes[i];
            }
        }
    }

    private static long[] emptyTable(int places) {
        long[] steps = new long[places];
        Arrays.fill(steps, NOWHERE);
        return steps;
    }

    private static long step(int node, char character) {
        return (long) node << CHARACTER_BITS | character;
    }

    /** Where the step is, or would be. */
    private int place(long step) {
        int mask = steps.length - 1;
        int place = (int) (step * 0x9E3779B97F4A7C15L >>> 32) & mask;
        while (steps[place] >= 0 && steps[place] != step) {
            place = (place + 1) & mask;
        }
        return place;
    }
}
