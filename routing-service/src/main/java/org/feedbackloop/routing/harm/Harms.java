package org.feedbackloop.routing.harm;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.feedbackloop.routing.reading.Phrases;
import org.feedbackloop.routing.reading.Words;

/** Hears of harm. */
public final class Harms {

    private static final int HARMLESS = -1;

    private final List<Harm> kinds;
    private final Phrases<Sign> phrases = new Phrases<>();

    /** @param kinds the gravest first: of several that are heard, the first counts */
    public Harms(List<Harm> kinds) {
        this.kinds = List.copyOf(kinds);
        for (int i = 0; i < kinds.size(); i++) {
            for (String phrase : kinds.get(i).words()) {
                phrases.add(phrase, new Sign(i, phrase));
            }
            for (String phrase : kinds.get(i).unless()) {
                phrases.add(phrase, new Sign(HARMLESS, phrase));
            }
        }
    }

    public Optional<HarmHeard> in(Words words) {
        List<Sign> signs = new ArrayList<>(0);
        phrases.longestIn(words, sign -> true).each((sign, first, last) -> signs.add(sign));
        for (int kind = 0; kind < kinds.size() && !signs.isEmpty(); kind++) {
            Set<String> heard = new LinkedHashSet<>();
            for (Sign sign : signs) {
                if (sign.kind() == kind) {
                    heard.add(sign.phrase());
                }
            }
            if (!heard.isEmpty()) {
                return Optional.of(new HarmHeard(kinds.get(kind), List.copyOf(heard)));
            }
        }
        return Optional.empty();
    }

    private record Sign(int kind, String phrase) {}
}
