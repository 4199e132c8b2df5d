package org.feedbackloop.routing.language;

import java.lang.Character.UnicodeScript;
import java.util.BitSet;

/**
 * What in a text tells its language: the words in the script that it is written in, in lower case. Addresses, codes, numbers,
 * pictures and names in another script are left out.
 *
 * @param words begins and ends with a gap, and has one between words; a gap alone if there are none
 * @param letters each letter once; if there are others, without those of words that begin with a capital, which may be names
 */
record Prose(UnicodeScript script, String words, int wordCount, int letterCount, BitSet letters) {

    private static final UnicodeScript[] SCRIPTS = UnicodeScript.values();

    static Prose of(String text) {
        return new Reading(text).prose();
    }

    boolean isEmpty() {
        return letterCount == 0;
    }

    boolean isOneCharacter() {
        return words.length() == 3;
    }

    /** Of all letters, the share that is foreign to an alphabet. */
    double shareForeignTo(Alphabet alphabet) {
        int foreign = 0;
        for (int at = 0; at < words.length(); at++) {
            char c = words.charAt(at);
            if (Character.isLetter(c) && alphabet.isForeign(c)) {
                foreign++;
            }
        }
        return foreign / (double) letterCount;
    }

    /** A text under way. */
    private static final class Reading {

        /** By then the words have shown whose they are; to read all of a long letter would cost more than it tells. */
        private static final int LETTERS_READ = 1_000;

        private final StringBuilder words;
        private final int[] letters = new int[SCRIPTS.length];
        private final BitSet each = new BitSet();

        /** Without words that begin with a capital: those may be names, which keep their letters in every language. */
        private final int[] lettersOfNoName = new int[SCRIPTS.length];

        private final BitSet eachOfNoName = new BitSet();
        private int count;

        Reading(String text) {
            words = new StringBuilder(Math.min(text.length(), 2 * LETTERS_READ) + 2).append(' ');
            int start = 0;
            while (start < text.length() && count < LETTERS_READ) {
                int end = start;
                while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
                    end++;
                }
                if (!Addresses.isAddress(text, start, end)) {
                    read(text, start, end);
                }
                gap(words);
                start = end + 1;
            }
        }

        private void read(String text, int start, int end) {
            boolean maybeName = start < end && Character.isUpperCase(text.codePointAt(start));
            for (int at = start; at < end && count < LETTERS_READ; ) {
                int c = text.codePointAt(at);
                at += Character.charCount(c);
                if (Character.isLetter(c)) {
                    letter(Character.toLowerCase(c), maybeName);
                } else if (isWithinWords(c)) {
                    words.appendCodePoint(c);
                } else {
                    gap(words);
                }
            }
        }

        private void letter(int letter, boolean maybeName) {
            int script = UnicodeScript.of(letter).ordinal();
            letters[script]++;
            each.set(letter);
            if (!maybeName) {
                lettersOfNoName[script]++;
                eachOfNoName.set(letter);
            }
            count++;
            if (!isStretched(letter)) {
                words.appendCodePoint(letter);
            }
        }

        /** People stretch words to be heard. Two of a kind occur in any language, three do not. */
        private boolean isStretched(int letter) {
            int length = words.length();
            return length > 1 && words.charAt(length - 1) == letter && words.charAt(length - 2) == letter;
        }

        /** Marks, apostrophes, and the joiner within Persian words. */
        private static boolean isWithinWords(int c) {
            int type = Character.getType(c);
            return type == Character.NON_SPACING_MARK
                    || type == Character.COMBINING_SPACING_MARK
                    || c == '\''
                    || c == '’'
                    || c == 0x200C;
        }

        Prose prose() {
            int script = most(lettersOfNoName);
            script = script < 0 ? most(letters) : script;
            if (script < 0) {
                return new Prose(UnicodeScript.COMMON, " ", 0, 0, each);
            }
            String own = letters[script] == count ? words.toString() : only(SCRIPTS[script]);
            return new Prose(
                    SCRIPTS[script],
                    own,
                    gaps(own) - 1,
                    letters[script],
                    only(SCRIPTS[script], lettersOfNoName[script] == 0 ? each : eachOfNoName));
        }

        /** Words of ours with a Latin name or term among them are many, Latin words with one of ours few: so Latin counts half. */
        private static int most(int[] counts) {
            int most = -1;
            int mostCount = 0;
            for (int script = 0; script < counts.length; script++) {
                int count = SCRIPTS[script] == UnicodeScript.LATIN ? counts[script] : 2 * counts[script];
                if (count > mostCount) {
                    most = script;
                    mostCount = count;
                }
            }
            return most;
        }

        private String only(UnicodeScript script) {
            StringBuilder kept = new StringBuilder(words.length()).append(' ');
            for (int at = 0; at < words.length(); ) {
                int c = words.codePointAt(at);
                at += Character.charCount(c);
                boolean goesOn = !Character.isLetter(c) && c != ' ' && kept.charAt(kept.length() - 1) != ' ';
                if (goesOn || UnicodeScript.of(c) == script) {
                    kept.appendCodePoint(c);
                } else {
                    gap(kept);
                }
            }
            return kept.toString();
        }

        private static BitSet only(UnicodeScript script, BitSet letters) {
            BitSet kept = new BitSet();
            for (int letter = letters.nextSetBit(0); letter >= 0; letter = letters.nextSetBit(letter + 1)) {
                if (UnicodeScript.of(letter) == script) {
                    kept.set(letter);
                }
            }
            return kept;
        }

        private static int gaps(String words) {
            int gaps = 0;
            for (int at = 0; at < words.length(); at++) {
                gaps += words.charAt(at) == ' ' ? 1 : 0;
            }
            return gaps;
        }

        private static void gap(StringBuilder words) {
            if (words.charAt(words.length() - 1) != ' ') {
                words.append(' ');
            }
        }
    }
}
