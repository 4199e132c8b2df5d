package org.feedbackloop.routing.language;

/**
 * How a language stands with a text. The unit is that of {@link LetterGroups}, where one group of letters weighs 0.02 or so.
 *
 * @param language two letters, or three where it has no two
 * @param answered whether we answer in it
 * @param letters those it is written with
 * @param prior how much it is expected or unexpected, before anything is read
 * @param likeness of its groups of letters
 * @param words how many of its small words are in the text, or would be
 * @param foreignLetters how many letters are in the text that it is not written with, each counted once
 * @param declared whether the customer declared it, or their browser did
 */
record Candidate(
        String language,
        boolean answered,
        Alphabet letters,
        float prior,
        float likeness,
        int words,
        int foreignLetters,
        boolean declared) {

    /** As much as ten groups of letters. */
    private static final float WORD = 0.2f;

    private static final float FOREIGN_LETTER = 0.2f;

    /** Three have said it. More would drown all else in a long text, and one foreign name may be full of foreign letters. */
    private static final int COUNTED = 3;

    /** People write in another language than their browser's, so it counts no more than one word of theirs. */
    private static final float DECLARED = 0.2f;

    float score() {
        return prior
                + likeness
                + WORD * Math.min(words, COUNTED)
                - FOREIGN_LETTER * Math.min(foreignLetters, COUNTED)
                + (declared ? DECLARED : 0);
    }
}
