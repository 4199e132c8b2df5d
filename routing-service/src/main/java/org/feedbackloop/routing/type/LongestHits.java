package org.feedbackloop.routing.type;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.feedbackloop.routing.reading.Phrases;

/** Phrases found in one text, without those within a longer one: "would not recommend" is no "recommend". */
final class LongestHits<V> implements Phrases.Found<V> {

    private static final Comparator<Hit<?>> BY_PLACE_LONGEST_FIRST = Comparator.<Hit<?>>comparingInt(hit -> hit.first)
            .thenComparing(Comparator.<Hit<?>>comparingInt(hit -> hit.last).reversed());

    private final List<Hit<V>> all = new ArrayList<>();

    @Override
    public void found(V meaning, int firstWord, int lastWord) {
        all.add(new Hit<>(meaning, firstWord, lastWord));
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** From the beginning of the text to its end; of those in the same place, all. */
    void each(Phrases.Found<V> each) {
        all.sort(BY_PLACE_LONGEST_FIRST);
        int first = -1;
        int last = -1;
        for (Hit<V> hit : all) {
            boolean same = hit.first == first && hit.last == last;
            if (hit.last > last || same) {
                each.found(hit.meaning, hit.first, hit.last);
                first = hit.first;
                last = hit.last;
            }
        }
    }

    private record Hit<V>(V meaning, int first, int last) {}
}
