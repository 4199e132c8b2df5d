package org.feedbackloop.routing.type;

import static org.feedbackloop.event.v1.FeedbackType.COMPLAINT;
import static org.feedbackloop.event.v1.FeedbackType.PRAISE;

import java.util.BitSet;
import java.util.List;
import org.feedbackloop.routing.language.Language;
import org.feedbackloop.routing.reading.LongestHits;
import org.feedbackloop.routing.reading.Phrases;
import org.feedbackloop.routing.reading.Words;

/**
 * Listens for the phrases of the rules that speak for a type. A longer phrase silences the shorter ones within it, so that
 * "would not recommend" is not heard as "recommend"; denied praise is a complaint, and a denied complaint is nothing.
 */
public final class CueWords {

    private final Phrases<Cue> cues = new Phrases<>();
    private final Phrases<Negation> negations = new Phrases<>();

    public CueWords(List<Cue> cues, List<Negation> negations) {
        cues.forEach(cue -> this.cues.add(cue.phrase(), cue));
        negations.forEach(negation -> negation.words().forEach(word -> this.negations.add(word, negation)));
    }

    /** What was heard in a text, by type. */
    public HeardCues in(Words words, Language language) {
        LongestHits<Cue> hits = cues.longestIn(words, cue -> cue.countsIn(language));
        HeardCues heard = new HeardCues();
        if (!hits.isEmpty()) {
            Denials denials = denials(words, language);
            hits.each((cue, first, last) -> hear(cue, denials.deny(first, last), heard));
        }
        return heard;
    }

    private static void hear(Cue cue, boolean denied, HeardCues heard) {
        if (!denied || (cue.type() != PRAISE && cue.type() != COMPLAINT)) {
            heard.add(cue.type(), cue.phrase(), cue.strength());
        } else if (cue.type() == PRAISE) {
            heard.add(COMPLAINT, "not: " + cue.phrase(), cue.strength());
        }
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

        boolean deny(int first, int last) {
            return fromBefore.get(first) || fromAfter.get(last);
        }
    }
}
