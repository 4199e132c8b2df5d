package org.feedbackloop.routing.reading;

import java.text.Normalizer;
import java.util.BitSet;
import java.util.Set;

/**
 * A text as it is searched: in lower case, without accents, one gap between words. People leave accents, apostrophes and
 * half-spaces out as often as they write them, so both ways must read the same.
 *
 * <p>An emoji is a word of its own, and so are {@code ?} and the end of a sentence, which reads {@code .}.
 */
public final class Words {

    /** Stands before, between and after the words of {@link #folded()}. */
    public static final char GAP = ' ';

    private static final char SENTENCE_END = '.';
    private static final char QUESTION = '?';

    /** The Persian verb prefix, which many write apart from its verb. */
    private static final Set<String> JOINED_TO_THE_NEXT = Set.of("می", "نمی");

    /** Begins and ends with a gap. */
    private final String folded;

    private final int count;

    private final BitSet sentenceEnds = new BitSet();

    private Words(String folded) {
        this.folded = folded;
        int word = 0;
        for (int start = 1; start < folded.length(); start = folded.indexOf(GAP, start) + 1) {
            if (isSign(folded.charAt(start))) {
                sentenceEnds.set(word);
            }
            word++;
        }
        this.count = word;
    }

    public static Words of(String text) {
        return new Words(fold(text, false));
    }

    /** How many there are, emoji and punctuation that counts as a word included. */
    public int count() {
        return count;
    }

    /** Whether there is no word there, or one that is the end of a sentence. */
    public boolean endSentence(int word) {
        return word < 0 || word >= count || sentenceEnds.get(word);
    }

    /** The words, each with a gap before and after it; a gap alone where there are none. */
    public String folded() {
        return folded;
    }

    /** As a phrase of the rules is folded: like a text, but the stars stay. */
    static String foldPhrase(String phrase) {
        return fold(phrase, true).trim();
    }

    private static String fold(String text, boolean keepStars) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        Folding folding = new Folding(decomposed.length() + 2);
        for (int at = 0; at < decomposed.length(); ) {
            int c = decomposed.codePointAt(at);
            at += Character.charCount(c);
            if (isLeftOut(c)) {
                continue;
            }
            if (Character.isLetterOrDigit(c) || isMark(c) || (keepStars && c == Phrases.STAR)) {
                folding.letter(c);
            } else if (c == '?' || c == '؟') {
                folding.sign(QUESTION);
            } else if (isSentenceEnd(c)) {
                folding.sign(SENTENCE_END);
            } else if (Character.getType(c) == Character.OTHER_SYMBOL) {
                folding.sign(c);
            } else {
                folding.gap();
            }
        }
        return folding.finish();
    }

    private static boolean isLeftOut(int c) {
        return switch (c) {
            case '\'', '’', '‘', 'ʼ', '`' -> true;
            case 0x00AD, 0x0640, 0x200C, 0x200D, 0xFE0E, 0xFE0F -> true; // soft hyphen, tatweel, joiners, emoji styles
            case 0x093C -> true; // nukta
            default ->
                (c >= 0x0300 && c <= 0x036F) // accents
                        || (c >= 0x064B && c <= 0x0655) // Arabic vowels, hamza and madda
                        || (c >= 0x1F3FB && c <= 0x1F3FF); // skin tones
        };
    }

    private static boolean isSign(char c) {
        return c == QUESTION || c == SENTENCE_END;
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isSentenceEnd(int c) {
        return switch (c) {
            case '.', '!', ';', '\n', '।', '؛' -> true;
            default -> false;
        };
    }

    /** Letters that one keyboard has and the next one has not. */
    private static int folded(int c) {
        return switch (c) {
            case 'ł', 'Ł' -> 'l';
            case 'ي', 'ى' -> 'ی';
            case 'ك' -> 'ک';
            case 'ة' -> 'ه';
            case 'ँ' -> 'ं';
            default -> Character.toLowerCase(c);
        };
    }

    /** Text under way. */
    private static final class Folding {

        private final StringBuilder folded;

        Folding(int capacity) {
            folded = new StringBuilder(capacity).append(GAP);
        }

        void letter(int c) {
            if (last() == GAP && c >= 0x0600 && c <= 0x06FF) {
                joinPrefix();
            }
            folded.appendCodePoint(folded(c));
        }

        void sign(int c) {
            gap();
            boolean repeated =
                    c <= Character.MAX_VALUE && folded.length() > 1 && folded.charAt(folded.length() - 2) == c;
            if (!repeated) {
                folded.appendCodePoint(c).append(GAP);
            }
        }

        void gap() {
            if (last() != GAP) {
                folded.append(GAP);
            }
        }

        String finish() {
            gap();
            return folded.toString();
        }

        private char last() {
            return folded.charAt(folded.length() - 1);
        }

        private void joinPrefix() {
            int end = folded.length() - 1;
            int start = folded.lastIndexOf(" ", end - 1) + 1;
            if (start < end && end - start <= 3 && JOINED_TO_THE_NEXT.contains(folded.substring(start, end))) {
                folded.setLength(end);
            }
        }
    }
}
