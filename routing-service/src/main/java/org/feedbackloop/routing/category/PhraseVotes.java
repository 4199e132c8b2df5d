package org.feedbackloop.routing.category;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.feedbackloop.routing.reading.Phrases;
import org.feedbackloop.routing.reading.Verdict;
import org.feedbackloop.routing.reading.Words;

/**
 * Different phrases in a text, each a vote for its category and for all that this one is a branch of. The branch with most
 * votes wins, then the one with most within it, down to the last that has any: a child that is spoken of beats its parent,
 * and the parent's words help it against other branches. Of equals, the one with the longer phrases; then the one that the
 * rules name first.
 */
final class PhraseVotes {

    /** More than all phrases of a text have together, nearly always. */
    private static final int MANY_WORDS = 64;

    private final CategoryTree tree;
    private final Phrases<Vote> phrases = new Phrases<>();
    private final String rule;
    private final double highestConfidence;

    PhraseVotes(CategoryTree tree, String rule, double highestConfidence) {
        this.tree = tree;
        this.rule = rule;
        this.highestConfidence = highestConfidence;
    }

    void add(int category, LocalWord word) {
        phrases.add(word.phrase(), new Vote(category, word));
    }

    /** @param counts which phrases may vote */
    Optional<Verdict<String>> count(Words words, Predicate<LocalWord> counts) {
        Map<Integer, Set<String>> votes = new TreeMap<>();
        phrases.longestIn(words, vote -> counts.test(vote.word()))
                .each((vote, first, last) -> votes.computeIfAbsent(vote.category(), category -> new LinkedHashSet<>())
                        .add(vote.word().phrase()));
        return votes.isEmpty() ? Optional.empty() : Optional.of(decide(votes));
    }

    private Verdict<String> decide(Map<Integer, Set<String>> votes) {
        int[] alone = new int[tree.categories().size()];
        votes.forEach((category, found) -> alone[category] = weight(found));
        int[] withAllBelow = tree.withAllBelow(alone);
        int winner = CategoryTree.ROOT;
        for (int next = CategoryTree.ROOT; ; winner = next) {
            next = tree.heaviestBelow(winner, withAllBelow);
            if (next == CategoryTree.ROOT) {
                break;
            }
        }
        List<String> evidence = new ArrayList<>();
        for (int branch = winner; branch != CategoryTree.ROOT; branch = tree.above(branch)) {
            evidence.addAll(votes.getOrDefault(branch, Set.of()));
        }
        int all = votes.values().stream().mapToInt(Set::size).sum();
        return new Verdict<>(tree.path(winner), highestConfidence * evidence.size() / all, evidence, rule);
    }

    /** The number of phrases decides; of equals, the longer ones, for they can hardly be said by chance. */
    private static int weight(Set<String> found) {
        int words = 0;
        for (String phrase : found) {
            words += phrase.split(" ").length;
        }
        return found.size() * MANY_WORDS + words;
    }

    private record Vote(int category, LocalWord word) {}
}
