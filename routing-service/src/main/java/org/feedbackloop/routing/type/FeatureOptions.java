package org.feedbackloop.routing.type;

/**
 * Which features a model reads. Kept with the model, so that one trained otherwise is not fed with the wrong ones.
 *
 * @param shortest of the character sequences within a word, its edges counted as characters
 * @param longest of them; 0 for none
 * @param pairs whether neighbouring words count together
 * @param skips whether words with one between them count together
 * @param openings whether the words that a text and its sentences begin with count on their own
 * @param signs whether exclamation marks, capitals, digits and length count
 * @param groups whether the groups of the lexicon count
 * @param mixed whether a group and its neighbouring word count together
 */
public record FeatureOptions(
        int shortest,
        int longest,
        boolean pairs,
        boolean skips,
        boolean openings,
        boolean signs,
        boolean groups,
        boolean mixed) {

    /** What measured best; the report tells what else was tried. */
    public static final FeatureOptions CHOSEN = new FeatureOptions(3, 6, true, false, true, true, true, true);
}
