package org.feedbackloop.routing.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Phrases to look for, each with what it means. Finds all of them in one pass, however many there are.
 *
 * <p>A phrase is words with a space between; a word that ends in {@code *} stands for every word that begins so. Phrases
 * match whole words and never reach across the end of a sentence. Safe for use by many threads once filled.
 */
public final class Phrases<V> {

    static final char STAR = '*';

    private static final Comparator<Hit<?>> BY_PLACE_LONGEST_FIRST = Comparator.<Hit<?>>comparingInt(Hit::first)
            .thenComparing(Comparator.<Hit<?>>comparingInt(Hit::last).reversed());

    private final Node<V> root = new Node<>();

    /** Is told of every phrase found, by the position of its first word; of words, the first is 0. */
    @FunctionalInterface
    public interface Found<V> {
        void found(V meaning, int firstWord, int lastWord);
    }

    /** @throws IllegalArgumentException if {@link #requirePhrase} does */
    public void add(String phrase, V meaning) {
        String folded = requirePhrase(phrase);
        Node<V> node = root;
        for (int at = 0; at < folded.length(); at++) {
            node = node.makeNext(folded.charAt(at));
        }
        node.meanings.add(meaning);
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
            walk(root, text, start, word, word, found);
            word++;
        }
    }

    /** Leaves out what lies within a longer phrase: who says "gift card" does not speak of a card. */
    public void longestIn(Words words, Predicate<? super V> counts, Found<V> found) {
        List<Hit<V>> hits = new ArrayList<>(0);
        in(words, (meaning, first, last) -> {
            if (counts.test(meaning)) {
                hits.add(new Hit<>(meaning, first, last));
            }
        });
        hits.sort(BY_PLACE_LONGEST_FIRST);
        Hit<V> longest = null;
        for (Hit<V> hit : hits) {
            if (longest == null || hit.last() > longest.last() || hit.isWhere(longest)) {
                longest = hit;
                found.found(hit.meaning(), hit.first(), hit.last());
            }
        }
    }

    private void walk(Node<V> from, String text, int start, int firstWord, int currentWord, Found<V> found) {
        Node<V> node = from;
        int word = currentWord;
        for (int at = start; ; at++) {
            boolean wordEnds = text.charAt(at) == Words.GAP;
            if (wordEnds && at > start) {
                node.tell(found, firstWord, word);
            }
            Node<V> starred = node.next(STAR);
            if (starred != null) {
                int end = text.indexOf(Words.GAP, at);
                starred.tell(found, firstWord, word);
                followStar(starred, text, end, firstWord, word, found);
            }
            if (at + 1 == text.length()) {
                return;
            }
            Node<V> next = node.next(text.charAt(at));
            if (next == null) {
                return;
            }
            node = next;
            if (wordEnds) {
                word++;
            }
        }
    }

    /** Goes on with the word after a starred one. */
    private void followStar(Node<V> starred, String text, int end, int firstWord, int word, Found<V> found) {
        Node<V> next = starred.next(Words.GAP);
        if (next != null && end + 1 < text.length()) {
            walk(next, text, end + 1, firstWord, word + 1, found);
        }
    }

    private record Hit<V>(V meaning, int first, int last) {

        boolean isWhere(Hit<V> other) {
            return first == other.first && last == other.last;
        }
    }

    /** One character on the way through all phrases. Grows while phrases are added, then never changes. */
    private static final class Node<V> {

        private char[] characters = {};
        private List<Node<V>> nodes = List.of();
        private final List<V> meanings = new ArrayList<>(1);

        @Nullable
        Node<V> next(char character) {
            int index = Arrays.binarySearch(characters, character);
            return index < 0 ? null : nodes.get(index);
        }

        Node<V> makeNext(char character) {
            int index = Arrays.binarySearch(characters, character);
            if (index >= 0) {
                return nodes.get(index);
            }
            int place = -index - 1;
            char[] more = Arrays.copyOf(characters, characters.length + 1);
            System.arraycopy(characters, place, more, place + 1, characters.length - place);
            more[place] = character;
            List<Node<V>> moreNodes = new ArrayList<>(nodes);
            Node<V> made = new Node<>();
            moreNodes.add(place, made);
            characters = more;
            nodes = moreNodes;
            return made;
        }

        void tell(Found<V> found, int firstWord, int lastWord) {
            for (V meaning : meanings) {
                found.found(meaning, firstWord, lastWord);
            }
        }
    }
}
