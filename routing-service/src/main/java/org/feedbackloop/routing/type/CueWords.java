package org.feedbackloop.routing.type;

import static org.feedbackloop.event.v1.FeedbackType.COMPLAINT;
import static org.feedbackloop.event.v1.FeedbackType.IDEA;
import static org.feedbackloop.event.v1.FeedbackType.PRAISE;
import static org.feedbackloop.event.v1.FeedbackType.QUESTION;
import static org.feedbackloop.event.v1.FeedbackType.REFERRAL;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.routing.language.Language;
import org.feedbackloop.routing.reading.Phrases;
import org.feedbackloop.routing.reading.Statement;
import org.feedbackloop.routing.reading.Verdict;
import org.feedbackloop.routing.reading.Words;

/**
 * Listens for phrases that speak for a type. A longer phrase silences the shorter ones within it, so that "would not
 * recommend" is not heard as "recommend"; denied praise is a complaint, and a denied complaint is nothing.
 */
final class CueWords implements TypeRule {

    /** At equal weight the type that costs more to overlook. */
    private static final List<FeedbackType> PRECEDENCE = List.of(COMPLAINT, REFERRAL, IDEA, QUESTION, PRAISE);

    private static final int STRONG = 2;
    private static final int WEAK = 1;

    /** In a text of unknown language, words of six languages are heard, and some mean other things there. */
    private static final double UNKNOWN_LANGUAGE = 0.5;

    private static final Comparator<Hit> BY_PLACE_LONGEST_FIRST = Comparator.comparingInt(Hit::first)
            .thenComparing(Comparator.comparingInt(Hit::last).reversed());

    private final Phrases<Cue> cues = new Phrases<>();
    private final Phrases<Negation> negations = new Phrases<>();

    CueWords(List<Cue> cues, List<Negation> negations) {
        cues.forEach(cue -> this.cues.add(cue.phrase(), cue));
        negations.forEach(negation -> negation.words().forEach(word -> this.negations.add(word, negation)));
    }

    @Override
    public Optional<Verdict<FeedbackType>> judge(Statement statement, Language language) {
        List<Hit> hits = hits(statement.words(), language);
        if (hits.isEmpty()) {
            return Optional.empty();
        }
        Map<FeedbackType, Set<Heard>> heard = heard(hits, denials(statement.words(), language));
        return decide(heard, language);
    }

    private List<Hit> hits(Words words, Language language) {
        List<Hit> all = new ArrayList<>();
        cues.in(words, (cue, first, last) -> {
            if (cue.countsIn(language)) {
                all.add(new Hit(cue, first, last));
            }
        });
        all.sort(BY_PLACE_LONGEST_FIRST);
        List<Hit> longest = new ArrayList<>(all.size());
        int first = -1;
        int last = -1;
        for (Hit hit : all) {
            boolean same = hit.first() == first && hit.last() == last;
            if (hit.last() > last || same) {
                longest.add(hit);
                first = hit.first();
                last = hit.last();
            }
        }
        return longest;
    }

    private Denials denials(Words words, Language language) {
        Denials denials = new Denials(new BitSet(), new BitSet());
        negations.in(words, (negation, first, last) -> {
            if (negation.language().equals(language)) {
                denials.add(negation, first, last, words);
            }
        });
        return denials;
    }

    private static Map<FeedbackType, Set<Heard>> heard(List<Hit> hits, Denials denials) {
        Map<FeedbackType, Set<Heard>> heard = new EnumMap<>(FeedbackType.class);
        for (Hit hit : hits) {
            Cue cue = hit.cue();
            boolean denied = denials.deny(hit) && (cue.type() == PRAISE || cue.type() == COMPLAINT);
            if (!denied) {
                heard.computeIfAbsent(cue.type(), type -> new LinkedHashSet<>())
                        .add(new Heard(cue.phrase(), cue.strong()));
            } else if (cue.type() == PRAISE) {
                heard.computeIfAbsent(COMPLAINT, type -> new LinkedHashSet<>())
                        .add(new Heard("not: " + cue.phrase(), cue.strong()));
            }
        }
        return heard;
    }

    private static Optional<Verdict<FeedbackType>> decide(Map<FeedbackType, Set<Heard>> heard, Language language) {
        FeedbackType best = null;
        int bestWeight = 0;
        int secondWeight = 0;
        for (FeedbackType type : PRECEDENCE) {
            int weight = weight(heard.getOrDefault(type, Set.of()));
            if (weight > bestWeight) {
                secondWeight = bestWeight;
                bestWeight = weight;
                best = type;
            } else if (weight > secondWeight) {
                secondWeight = weight;
            }
        }
        if (best == null) {
            return Optional.empty();
        }
        double confidence = bestWeight / (bestWeight + secondWeight + 1.0);
        return Optional.of(new Verdict<>(
                best,
                language.isDetermined() ? confidence : confidence * UNKNOWN_LANGUAGE,
                heard.getOrDefault(best, Set.of()).stream().map(Heard::phrase).toList(),
                "cue-words"));
    }

    private static int weight(Set<Heard> heard) {
        int strong = (int) heard.stream().filter(Heard::strong).count();
        return strong * STRONG + (strong < heard.size() ? WEAK : 0);
    }

    private record Hit(Cue cue, int first, int last) {}

    /**
     * The words that a negation reaches, within its sentence.
     *
     * @param fromBefore those that have it before them: a phrase is denied by its first word, or "could not find" would deny
     *     itself
     * @param fromAfter those that have it after them: a phrase is denied by its last word
     */
    private record Denials(BitSet fromBefore, BitSet fromAfter) {

        void add(Negation negation, int first, int last, Words words) {
            if (negation.side() == Negation.Side.BEFORE) {
                for (int word = last + 1; word <= last + negation.reach() && !words.endSentence(word); word++) {
                    fromBefore.set(word);
                }
            } else {
                for (int word = first - 1; word >= first - negation.reach() && !words.endSentence(word); word--) {
                    fromAfter.set(word);
                }
            }
        }

        boolean deny(Hit hit) {
            return fromBefore.get(hit.first()) || fromAfter.get(hit.last());
        }
    }

    /** What was heard, however often. */
    private record Heard(String phrase, boolean strong) {}
}
