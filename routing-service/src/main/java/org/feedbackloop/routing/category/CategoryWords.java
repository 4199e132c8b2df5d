package org.feedbackloop.routing.category;

import java.util.Optional;
import org.feedbackloop.routing.language.Language;
import org.feedbackloop.routing.reading.Statement;
import org.feedbackloop.routing.reading.Verdict;

/** What the words speak of. Where the language is unknown, the words of every language count. */
final class CategoryWords implements CategoryRule {

    private final PhraseVotes votes;

    CategoryWords(CategoryTree tree) {
        votes = new PhraseVotes(tree, "category-words", 0.8);
        for (int i = 0; i < tree.categories().size(); i++) {
            for (LocalWord word : tree.categories().get(i).words()) {
                votes.add(i, word);
            }
        }
    }

    @Override
    public Optional<Verdict<String>> judge(Statement statement, Language language) {
        return votes.count(
                statement.words(),
                word -> !language.isDetermined() || word.language().equals(language));
    }
}
