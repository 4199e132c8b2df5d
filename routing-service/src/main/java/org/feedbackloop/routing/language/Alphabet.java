package org.feedbackloop.routing.language;

import java.util.BitSet;

/**
 * The letters that a language is written with, as far as they are told. Written as the letters themselves, with a hyphen
 * between the first and last of a row: {@code a-zñ}.
 */
public final class Alphabet {

    /** Nothing is told of it, so no letter is foreign to it. */
    public static final Alphabet UNTOLD = new Alphabet(new BitSet());

    private final BitSet letters;

    private Alphabet(BitSet letters) {
        this.letters = letters;
    }

    /** @throws IllegalArgumentException if anything but letters and rows of them is in it */
    public static Alphabet parse(String text) {
        int[] written = text.codePoints().map(Character::toLowerCase).toArray();
        BitSet letters = new BitSet();
        for (int at = 0; at < written.length; at++) {
            if (!Character.isLetter(written[at])) {
                throw new IllegalArgumentException("letters, or rows of them such as a-z");
            }
            int last = written[at];
            if (at + 1 < written.length && written[at + 1] == '-') {
                if (at + 2 == written.length || written[at + 2] < last) {
                    throw new IllegalArgumentException("a row goes from its first letter to its last, such as a-z");
                }
                last = written[at + 2];
            }
            letters.set(written[at], last + 1);
            at += last == written[at] ? 0 : 2;
        }
        return new Alphabet(letters);
    }

    /** How many of these letters it is not written with. */
    int foreign(BitSet others) {
        if (letters.isEmpty()) {
            return 0;
        }
        BitSet foreign = (BitSet) others.clone();
        foreign.andNot(letters);
        return foreign.cardinality();
    }

    boolean isForeign(int letter) {
        return !letters.isEmpty() && !letters.get(letter);
    }
}
