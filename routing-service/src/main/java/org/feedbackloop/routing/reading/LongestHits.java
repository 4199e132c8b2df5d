package org.feedbackloop.routing.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Phrases found in one text, without those within a longer one: who says "gift card" does not speak of a card. */
public final class LongestHits<V> {

    private static final Comparator<Hit<?>> BY_PLACE_LONGEST_FIRST = Comparator.<Hit<?>>comparingInt(hit -> hit.first)
            .thenComparing(Comparator.<Hit<?>>comparingInt(hit -> hit.last).reversed());

    private final List<Hit<V>> hits;

    private LongestHits(List<Hit<V>> hits) {
        this.hits = hits;
    }

    /** @param counts which of the phrases do */
    static <V> LongestHits<V> of(Phrases<V> phrases, Words words, Predicate<? super V> counts) {
        List<Hit<V>> all = new ArrayList<>();
        phrases.in(words, (meaning, first, last) -> {
            if (counts.test(meaning)) {
                all.add(new Hit<>(meaning, first, last));
            }
        });
        all.sort(BY_PLACE_LONGEST_FIRST);
        List<Hit<V>> longest = new ArrayList<>(all.size());
        Hit<V> before = null;
        for (Hit<V> hit : all) {
            if (before == null || hit.last > before.last || hit.isWhere(before)) {
                longest.add(hit);
                before = hit;
            }
        }
        return new LongestHits<>(longest);
    }

    public boolean isEmpty() {
        return hits.isEmpty();
    }

    /** From the beginning of the text to its end; of those in the same place, all. */
    public void each(Phrases.Found<? super V> each) {
        for (Hit<V> hit : hits) {
            each.found(hit.meaning, hit.first, hit.last);
        }
    }

    private record Hit<V>(V meaning, int first, int last) {

        boolean isWhere(Hit<V> other) {
            return first == other.first && last == other.last;
        }
    }
}
