package org.feedbackloop.routing.category;

import java.util.List;
import java.util.Optional;
import org.feedbackloop.routing.language.Language;
import org.feedbackloop.routing.reading.Statement;
import org.feedbackloop.routing.reading.Verdict;
import org.feedbackloop.routing.reading.Words;

/** The channel has named the product. */
final class NamedProduct implements CategoryRule {

    private final PhraseVotes votes;

    NamedProduct(List<Category> categories) {
        votes = new PhraseVotes(categories, "named-product", 0.95);
        for (int i = 0; i < categories.size(); i++) {
            for (String product : categories.get(i).products()) {
                votes.add(i, new LocalWord(Language.UNDETERMINED, product));
            }
        }
    }

    @Override
    public Optional<Verdict<String>> judge(Statement statement, Language language) {
        String product = statement.about().product();
        return product == null ? Optional.empty() : votes.count(Words.of(product), word -> true);
    }
}
