package org.feedbackloop.routing.category;

import java.util.List;
import org.feedbackloop.routing.language.Language;
import org.feedbackloop.routing.reading.Statement;
import org.feedbackloop.routing.reading.Verdict;

/** Tells the category of a statement. */
public final class Categories {

    private static final Verdict<String> GENERAL =
            new Verdict<>(Category.GENERAL, 0, List.of("no rule had an answer"), "general");

    private final List<CategoryRule> rules;

    public Categories(List<Category> categories) {
        CategoryTree tree = new CategoryTree(categories);
        Articles articles = new Articles(tree);
        rules = List.of(
                new NamedCategory(categories),
                new NamedProduct(tree, articles),
                ArticleNumbers.ofWhatItIsAbout(articles),
                new PageAddress(tree),
                ArticleNumbers.ofTheLinesOfAnOrder(articles),
                new CategoryWords(tree));
    }

    public Verdict<String> of(Statement statement, Language language) {
        for (CategoryRule rule : rules) {
            var verdict = rule.judge(statement, language);
            if (verdict.isPresent()) {
                return verdict.get();
            }
        }
        return GENERAL;
    }
}
