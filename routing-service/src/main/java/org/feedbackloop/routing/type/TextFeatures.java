package org.feedbackloop.routing.type;

import java.util.Arrays;
import org.feedbackloop.routing.reading.LongestHits;
import org.feedbackloop.routing.reading.Phrases;
import org.feedbackloop.routing.reading.Statement;
import org.feedbackloop.routing.reading.Words;

/**
 * Turns a text into numbered features, in one pass and without an object for any of them.
 *
 * <p>A feature's number is the hash of what it is: FNV-1a over its characters, mixed as MurmurHash3 finishes, cut to the size of
 * its block. Features of a kind share a block, so that each block can be brought to the same weight however many it holds.
 */
public final class TextFeatures {

    public static final int BLOCKS = 3;
    static final int WORDS = 0;
    static final int CHARACTERS = 1;
    static final int SIGNALS = 2;

    private static final int[] BITS = {17, 18, 14};
    private static final int[] BEGIN = {0, 1 << 17, (1 << 17) + (1 << 18)};

    /** How many numbers there are. */
    public static final int SPACE = BEGIN[SIGNALS] + (1 << BITS[SIGNALS]);

    /** To be counted up with every change of this class that makes other features of the same text. */
    private static final int EDITION = 1;

    private static final int FNV_OFFSET = 0x811C9DC5;
    private static final int FNV_PRIME = 0x01000193;

    /** What a feature is, beside its words: the same word alone and at the beginning of a text are two features. */
    private static final int WORD = 1;

    private static final int PAIR = 2;
    private static final int SKIP = 3;
    private static final int TEXT_OPENING = 4;
    private static final int SENTENCE_OPENING = 5;
    private static final int QUESTION_OPENING = 6;
    private static final int SEQUENCE = 7;
    private static final int SIGN = 8;
    private static final int GROUP = 9;
    private static final int GROUP_PAIR = 10;
    private static final int GROUP_THEN_WORD = 11;
    private static final int WORD_THEN_GROUP = 12;
    private static final int BALANCE = 13;
    private static final int FIRST_GROUP = 14;
    private static final int LAST_GROUP = 15;

    private static final int NOTHING = 0;
    private static final int OPENING_WORDS = 3;

    private final FeatureOptions options;
    private final Lexicon lexicon;

    public TextFeatures(FeatureOptions options, Lexicon lexicon) {
        this.options = options;
        this.lexicon = lexicon;
    }

    /** Of all that decides which features a text has: this code's edition, its options and the lexicon. */
    public static String digest(FeatureOptions options) {
        return Integer.toHexString(
                (EDITION + options.toString() + Arrays.toString(FeatureVector.blockWeights()) + Lexicon.digest())
                        .hashCode());
    }

    /** In which block a feature is. */
    public static int blockOf(int feature) {
        return feature < BEGIN[CHARACTERS] ? WORDS : feature < BEGIN[SIGNALS] ? CHARACTERS : SIGNALS;
    }

    public FeatureCounts of(Statement statement) {
        return of(statement, lexicon.in(statement.words()));
    }

    /** @param known what the lexicon knows of the words */
    FeatureCounts of(Statement statement, LongestHits<Lexicon.Entry> known) {
        Words words = statement.words();
        FeatureCounts counts = new FeatureCounts(5 * words.folded().length());
        words(words.folded(), counts);
        if (options.signs()) {
            Signs.of(statement.text()).each((sign, amount) -> signal(counts, SIGN, sign, amount));
        }
        if (options.groups()) {
            Groups groups = new Groups(words, counts);
            known.each(groups);
            groups.end();
        }
        return counts;
    }

    /** The number of a word, or of two words with a gap between, in the folded text between these places. */
    static int wordFeature(String folded, int start, int end) {
        int gap = folded.indexOf(Words.GAP, start);
        return gap < 0 || gap >= end
                ? number(WORDS, WORD, hash(folded, start, end))
                : number(WORDS, PAIR, both(hash(folded, start, gap), hash(folded, gap + 1, end)));
    }

    /** The number of there being a word of a group of the lexicon. */
    static int groupFeature(int group) {
        return number(SIGNALS, GROUP, group * 64 + 1 + 1);
    }

    Lexicon lexicon() {
        return lexicon;
    }

    private void words(String folded, FeatureCounts counts) {
        int before = NOTHING;
        int previous = NOTHING;
        int opening = NOTHING;
        int openings = 0;
        int end;
        for (int start = 1; start < folded.length(); start = end + 1) {
            end = folded.indexOf(Words.GAP, start);
            int word = hash(folded, start, end);
            counts.add(number(WORDS, WORD, word));
            if (options.pairs()) {
                counts.add(number(WORDS, PAIR, both(previous, word)));
            }
            if (options.skips() && previous != NOTHING) {
                counts.add(number(WORDS, SKIP, both(before, word)));
            }
            char first = folded.charAt(start);
            boolean sign = end - start == 1 && (first == '.' || first == '?');
            if (sign) {
                if (options.openings() && first == '?' && opening != NOTHING) {
                    counts.add(number(WORDS, QUESTION_OPENING, opening));
                }
                opening = NOTHING;
            } else {
                characters(folded, start, end, counts);
                if (options.openings()) {
                    if (openings < OPENING_WORDS) {
                        counts.add(number(WORDS, TEXT_OPENING + 16 * openings, word));
                        openings++;
                    }
                    if (opening == NOTHING) {
                        opening = word;
                        counts.add(number(WORDS, SENTENCE_OPENING, word));
                    }
                }
            }
            before = previous;
            previous = word;
        }
        if (options.pairs()) {
            counts.add(number(WORDS, PAIR, both(previous, NOTHING)));
        }
    }

    private void characters(String folded, int start, int end, FeatureCounts counts) {
        for (int from = start - 1; from < end; from++) {
            int hash = FNV_OFFSET;
            int stop = Math.min(end, from + options.longest() - 1);
            for (int at = from; at <= stop; at++) {
                hash = step(hash, folded.charAt(at));
                if (at - from + 1 >= options.shortest()) {
                    counts.add(number(CHARACTERS, SEQUENCE, hash));
                }
            }
        }
    }

    private static void signal(FeatureCounts counts, int kind, int first, int second) {
        counts.add(number(SIGNALS, kind, first * 64 + second + 1));
    }

    private static int hash(String text, int start, int end) {
        int hash = FNV_OFFSET;
        for (int at = start; at < end; at++) {
            hash = step(hash, text.charAt(at));
        }
        return hash;
    }

    /** Which number it is says little; that it is one, and of how many digits, says all. */
    private static int step(int hash, char character) {
        return (hash ^ (Character.isDigit(character) ? '0' : character)) * FNV_PRIME;
    }

    private static int both(int first, int second) {
        return (first * 31 + second) * FNV_PRIME;
    }

    private static int number(int block, int kind, int hash) {
        int mixed = hash ^ kind * 0x9E3779B9;
        mixed = (mixed ^ mixed >>> 16) * 0x85EBCA6B;
        mixed = (mixed ^ mixed >>> 13) * 0xC2B2AE35;
        mixed ^= mixed >>> 16;
        return BEGIN[block] + (mixed >>> 32 - BITS[block]);
    }

    /** Follows the groups of the lexicon through a text. */
    private final class Groups implements Phrases.Found<Lexicon.Entry> {

        private static final int REACH = 4;
        private static final int COUNTED = 3;

        private final Words words;
        private final FeatureCounts counts;
        private final int[] found = new int[lexicon.groups()];
        private int lastGroup = -1;
        private int lastWord = -1;

        /** Where in the folded text a word begins, as far as it was looked for. */
        private int place = 1;

        private int placedWord;

        Groups(Words words, FeatureCounts counts) {
            this.words = words;
            this.counts = counts;
        }

        @Override
        public void found(Lexicon.Entry entry, int firstWord, int last) {
            int group = entry.group();
            found[group]++;
            if (lastGroup < 0) {
                signal(counts, FIRST_GROUP, group, 0);
            } else if (isNear(firstWord)) {
                signal(counts, GROUP_PAIR, lastGroup, group);
            }
            if (options.mixed()) {
                mixed(group, firstWord, last);
            }
            lastGroup = group;
            lastWord = Math.max(lastWord, last);
        }

        void end() {
            for (int group = 0; group < found.length; group++) {
                if (found[group] > 0) {
                    for (int times = 1; times <= Math.min(found[group], COUNTED); times++) {
                        signal(counts, GROUP, group, times);
                    }
                }
            }
            if (lastGroup >= 0) {
                signal(counts, LAST_GROUP, lastGroup, 0);
            }
            int balance = Math.max(-3, Math.min(3, found[0] - found[1] - found[2]));
            signal(counts, BALANCE, balance + 3, 0);
        }

        private boolean isNear(int firstWord) {
            if (firstWord - lastWord > REACH) {
                return false;
            }
            for (int between = lastWord + 1; between < firstWord; between++) {
                if (words.endSentence(between)) {
                    return false;
                }
            }
            return true;
        }

        private void mixed(int group, int firstWord, int last) {
            String folded = words.folded();
            while (placedWord < firstWord - 1) {
                place = folded.indexOf(Words.GAP, place) + 1;
                placedWord++;
            }
            int start = place;
            for (int word = placedWord; word <= last + 1 && start < folded.length(); word++) {
                int end = folded.indexOf(Words.GAP, start);
                if (word == firstWord - 1) {
                    counts.add(number(WORDS, WORD_THEN_GROUP + 16 * group, hash(folded, start, end)));
                } else if (word == last + 1) {
                    counts.add(number(WORDS, GROUP_THEN_WORD + 16 * group, hash(folded, start, end)));
                }
                start = end + 1;
            }
        }
    }
}
