package org.feedbackloop.routing.category;

import java.util.List;
import java.util.Optional;
import org.feedbackloop.event.v1.About;
import org.feedbackloop.routing.language.Language;
import org.feedbackloop.routing.reading.Statement;
import org.feedbackloop.routing.reading.Verdict;

/**
 * The channel knows article numbers. Those of what it is about are as good as its name. Those of an order are its lines, of
 * which the customer may mean one or none.
 */
final class ArticleNumbers implements CategoryRule {

    private final Articles articles;
    private final boolean ofAnOrder;

    private ArticleNumbers(Articles articles, boolean ofAnOrder) {
        this.articles = articles;
        this.ofAnOrder = ofAnOrder;
    }

    static ArticleNumbers ofWhatItIsAbout(Articles articles) {
        return new ArticleNumbers(articles, false);
    }

    static ArticleNumbers ofTheLinesOfAnOrder(Articles articles) {
        return new ArticleNumbers(articles, true);
    }

    @Override
    public Optional<Verdict<String>> judge(Statement statement, Language language) {
        About about = statement.about();
        List<String> numbers = about.skus();
        if (numbers.isEmpty() || (about.order() != null) != ofAnOrder) {
            return Optional.empty();
        }
        return ofAnOrder
                ? articles.mostOf(numbers, "order line", "order-lines", 0.75)
                : articles.mostOf(numbers, "sku", "sku", 0.95);
    }
}
