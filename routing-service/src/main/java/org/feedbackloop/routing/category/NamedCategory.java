package org.feedbackloop.routing.category;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.feedbackloop.routing.language.Language;
import org.feedbackloop.routing.reading.Statement;
import org.feedbackloop.routing.reading.Verdict;

/**
 * The channel has named the category. A branch that the tree does not have counts as the nearest one above it: a shop's
 * tree grows faster than its rules.
 */
final class NamedCategory implements CategoryRule {

    private final Set<String> paths;

    NamedCategory(List<Category> categories) {
        paths = categories.stream().map(Category::path).collect(toUnmodifiableSet());
    }

    @Override
    public Optional<Verdict<String>> judge(Statement statement, Language language) {
        String named = statement.about().category();
        if (named == null) {
            return Optional.empty();
        }
        String exact = named.strip().toLowerCase(Locale.ROOT);
        for (String path = exact; !path.isEmpty(); path = Category.above(path)) {
            if (paths.contains(path)) {
                double confidence = path.equals(exact) ? 1 : 0.8;
                return Optional.of(new Verdict<>(path, confidence, List.of("about.category"), "named-category"));
            }
        }
        return Optional.empty();
    }
}
