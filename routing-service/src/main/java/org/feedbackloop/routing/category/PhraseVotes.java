package org.feedbackloop.routing.category;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.feedbackloop.routing.reading.Phrases;
import org.feedbackloop.routing.reading.Verdict;
import org.feedbackloop.routing.reading.Words;

/** The category with the most different phrases in a text; of equals, the one that the rules name first. */
final class PhraseVotes {

    private final List<Category> categories;
    private final Phrases<Vote> phrases = new Phrases<>();
    private final String rule;
    private final double highestConfidence;

    PhraseVotes(List<Category> categories, String rule, double highestConfidence) {
        this.categories = List.copyOf(categories);
        this.rule = rule;
        this.highestConfidence = highestConfidence;
    }

    void add(int category, LocalWord word) {
        phrases.add(word.phrase(), new Vote(category, word));
    }

    /** @param counts which phrases may vote */
    Optional<Verdict<String>> count(Words words, java.util.function.Predicate<LocalWord> counts) {
        Map<Integer, Set<String>> votes = new TreeMap<>();
        phrases.in(words, (vote, first, last) -> {
            if (counts.test(vote.word())) {
                votes.computeIfAbsent(vote.category(), category -> new LinkedHashSet<>())
                        .add(vote.word().phrase());
            }
        });
        int all = votes.values().stream().mapToInt(Set::size).sum();
        Map.Entry<Integer, Set<String>> winner = null;
        for (var entry : votes.entrySet()) {
            if (winner == null || entry.getValue().size() > winner.getValue().size()) {
                winner = entry;
            }
        }
        if (winner == null) {
            return Optional.empty();
        }
        return Optional.of(new Verdict<>(
                categories.get(winner.getKey()).path(),
                highestConfidence * winner.getValue().size() / all,
                new ArrayList<>(winner.getValue()),
                rule));
    }

    private record Vote(int category, LocalWord word) {}
}
