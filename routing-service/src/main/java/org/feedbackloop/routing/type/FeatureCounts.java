package org.feedbackloop.routing.type;

import java.util.Arrays;

/**
 * How often each feature of one text occurs. A table of plain numbers that grows with the text: a feature costs no object, and
 * the whole costs time in proportion to the text.
 */
public final class FeatureCounts {

    private static final int SMALLEST = 1 << 8;
    private static final int FREE = -1;

    private int[] features;
    private int[] counts;
    private int different;

    /** @param expected about how many features will be counted, repetitions included */
    public FeatureCounts(int expected) {
        int capacity = Math.max(SMALLEST, Integer.highestOneBit(Math.max(1, expected)) << 1);
        features = new int[capacity];
        Arrays.fill(features, FREE);
        counts = new int[capacity];
    }

    /** Is told of every feature once, in no particular order. */
    @FunctionalInterface
    public interface Each {
        void feature(int feature, int count);
    }

    /** @param feature 0 or more */
    public void add(int feature) {
        int slot = slotOf(feature);
        if (features[slot] == FREE) {
            if (2 * (different + 1) > features.length) {
                grow();
                slot = slotOf(feature);
            }
            features[slot] = feature;
            different++;
        }
        counts[slot]++;
    }

    public int different() {
        return different;
    }

    public void each(Each each) {
        for (int slot = 0; slot < features.length; slot++) {
            if (features[slot] != FREE) {
                each.feature(features[slot], counts[slot]);
            }
        }
    }

    private int slotOf(int feature) {
        int mask = features.length - 1;
        int slot = (feature * 0x9E3779B9) >>> 8 & mask;
        while (features[slot] != FREE && features[slot] != feature) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        int[] oldFeatures = features;
        int[] oldCounts = counts;
        features = new int[oldFeatures.length * 2];
        Arrays.fill(features, FREE);
        counts = new int[features.length];
        for (int slot = 0; slot < oldFeatures.length; slot++) {
            if (oldFeatures[slot] != FREE) {
                int place = slotOf(oldFeatures[slot]);
                features[place] = oldFeatures[slot];
                counts[place] = oldCounts[slot];
            }
        }
    }
}
