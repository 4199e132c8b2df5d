package org.feedbackloop.routing.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Phrases to look for, each with what it means. Finds all of them in one pass, however many there are.
 *
 * <p>A phrase is words with a space between; a word that ends in {@code *} stands for every word that begins so. Phrases
 * match whole words and never reach across the end of a sentence. Safe for use by many threads once filled.
 */
public final class Phrases<V> {

    static final char STAR = '*';

    private final PhraseTree tree = new PhraseTree();

    /** What is meant where a phrase ends, by its node; empty where none does. */
    private final List<List<V>> meanings = new ArrayList<>(List.of(List.of()));

    /** Is told of every phrase found, by the position of its first word; of words, the first is 0. */
    @FunctionalInterface
    public interface Found<V> {
        void found(V meaning, int firstWord, int lastWord);
    }

    /** @throws IllegalArgumentException if {@link #requirePhrase} does */
    public void add(String phrase, V meaning) {
        String folded = requirePhrase(phrase);
        int node = tree.make(folded);
        while (meanings.size() < tree.size()) {
            meanings.add(List.of());
        }
        List<V> all = new ArrayList<>(meanings.get(node));
        all.add(meaning);
        meanings.set(node, List.copyOf(all));
    }

    /**
     * The phrase as it is looked for; phrases that come out equal are the same phrase.
     *
     * @throws IllegalArgumentException if no word is in it, a sentence ends in it, or a star stands elsewhere than after a
     *     word
     */
    public static String requirePhrase(String phrase) {
        String folded = Words.foldPhrase(phrase);
        if (folded.isEmpty() || folded.indexOf('.') >= 0) {
            throw new IllegalArgumentException("a phrase is one or more words, and no sentence ends in it");
        }
        for (int star = folded.indexOf(STAR); star >= 0; star = folded.indexOf(STAR, star + 1)) {
            boolean afterWord = star > 0 && folded.charAt(star - 1) != Words.GAP;
            boolean endsWord = star + 1 == folded.length() || folded.charAt(star + 1) == Words.GAP;
            if (!afterWord || !endsWord) {
                throw new IllegalArgumentException("a star stands at the end of a word");
            }
        }
        return folded;
    }

    public void in(Words words, Found<V> found) {
        String text = words.folded();
        int word = 0;
        for (int start = 1; start < text.length(); start = text.indexOf(Words.GAP, start) + 1) {
            walk(PhraseTree.ROOT, text, start, word, word, found);
            word++;
        }
    }

    /** @param counts which of the phrases do; the others might as well not be there */
    public LongestHits<V> longestIn(Words words, Predicate<? super V> counts) {
        return LongestHits.of(this, words, counts);
    }

    private void walk(int from, String text, int start, int firstWord, int currentWord, Found<V> found) {
        int node = from;
        int word = currentWord;
        for (int at = start; ; at++) {
            char character = text.charAt(at);
            boolean wordEnds = character == Words.GAP;
            if (wordEnds && at > start) {
                tell(node, firstWord, word, found);
            }
            int starred = tree.starred(node);
            if (starred != PhraseTree.NOWHERE) {
                tell(starred, firstWord, word, found);
                followStar(starred, text, text.indexOf(Words.GAP, at), firstWord, word, found);
            }
            if (at + 1 == text.length()) {
                return;
            }
            node = tree.next(node, character);
            if (node == PhraseTree.NOWHERE) {
                return;
            }
            if (wordEnds) {
                word++;
            }
        }
    }

    /** Goes on with the word after a starred one. */
    private void followStar(int starred, String text, int end, int firstWord, int word, Found<V> found) {
        int next = tree.next(starred, Words.GAP);
        if (next != PhraseTree.NOWHERE && end + 1 < text.length()) {
            walk(next, text, end + 1, firstWord, word + 1, found);
        }
    }

    private void tell(int node, int firstWord, int lastWord, Found<V> found) {
        List<V> meant = meanings.get(node);
        for (int i = 0; i < meant.size(); i++) {
            found.found(meant.get(i), firstWord, lastWord);
        }
    }
}
