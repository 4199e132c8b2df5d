package org.feedbackloop.routing.category;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.feedbackloop.routing.reading.Verdict;
import org.jspecify.annotations.Nullable;

/** Knows by article numbers what category they belong to. The longest beginning that the rules know decides. */
final class Articles {

    private final CategoryTree tree;
    private final Map<String, Known> whole = new HashMap<>();
    private final Map<String, Known> starts = new HashMap<>();

    Articles(CategoryTree tree) {
        this.tree = tree;
        for (int i = 0; i < tree.categories().size(); i++) {
            for (Sku sku : tree.categories().get(i).skus()) {
                (sku.isWhole() ? whole : starts).put(sku.start(), new Known(i, sku));
            }
        }
    }

    /**
     * What most of the articles are: the deepest category to which more than half of those that are known belong. None where
     * they are of many kinds, for then they say nothing of which of them the customer speaks.
     *
     * @param evidence what the numbers are called in the evidence
     */
    Optional<Verdict<String>> mostOf(List<String> numbers, String evidence, String rule, double highestConfidence) {
        int[] alone = new int[tree.categories().size()];
        List<Known> found = new ArrayList<>(numbers.size());
        for (String number : numbers) {
            Known known = known(number);
            if (known != null) {
                alone[known.category()]++;
                found.add(known);
            }
        }
        if (found.isEmpty()) {
            return Optional.empty();
        }
        int[] withAllBelow = tree.withAllBelow(alone);
        int winner = CategoryTree.ROOT;
        for (int next = CategoryTree.ROOT; ; winner = next) {
            next = tree.heaviestBelow(winner, withAllBelow);
            if (next == CategoryTree.ROOT || 2 * withAllBelow[next] <= found.size()) {
                break;
            }
        }
        if (winner == CategoryTree.ROOT) {
            return Optional.empty();
        }
        double share = (double) withAllBelow[winner] / numbers.size();
        return Optional.of(
                new Verdict<>(tree.path(winner), highestConfidence * share, quoted(found, evidence, winner), rule));
    }

    private @Nullable Known known(String number) {
        String normal = Sku.normal(number);
        Known known = whole.get(normal);
        for (int end = Math.min(normal.length(), Sku.LONGEST); known == null && end > 0; end--) {
            known = starts.get(normal.substring(0, end));
        }
        return known;
    }

    private List<String> quoted(List<Known> found, String evidence, int winner) {
        Set<String> quoted = new LinkedHashSet<>();
        for (Known known : found) {
            for (int branch = known.category(); branch != CategoryTree.ROOT; branch = tree.above(branch)) {
                if (branch == winner) {
                    quoted.add(evidence + " " + known.sku());
                }
            }
        }
        return List.copyOf(quoted);
    }

    private record Known(int category, Sku sku) {}
}
