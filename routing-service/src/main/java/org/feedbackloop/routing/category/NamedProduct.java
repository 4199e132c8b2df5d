package org.feedbackloop.routing.category;

import java.util.List;
import java.util.Optional;
import org.feedbackloop.routing.language.Language;
import org.feedbackloop.routing.reading.Statement;
import org.feedbackloop.routing.reading.Verdict;
import org.feedbackloop.routing.reading.Words;

/** The channel has named the product, by its number or in words. */
final class NamedProduct implements CategoryRule {

    private static final double CONFIDENCE = 0.95;

    private final Articles articles;
    private final PhraseVotes votes;

    NamedProduct(CategoryTree tree, Articles articles) {
        this.articles = articles;
        votes = new PhraseVotes(tree, "named-product", CONFIDENCE);
        for (int i = 0; i < tree.categories().size(); i++) {
            for (String product : tree.categories().get(i).products()) {
                votes.add(i, new LocalWord(Language.UNDETERMINED, product));
            }
        }
    }

    @Override
    public Optional<Verdict<String>> judge(Statement statement, Language language) {
        String product = statement.about().product();
        return product == null
                ? Optional.empty()
                : articles.mostOf(List.of(product), "sku", "named-product", CONFIDENCE)
                        .or(() -> votes.count(Words.of(product), word -> true));
    }
}
