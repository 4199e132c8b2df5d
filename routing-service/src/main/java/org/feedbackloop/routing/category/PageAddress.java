package org.feedbackloop.routing.category;

import java.util.Optional;
import org.feedbackloop.routing.language.Language;
import org.feedbackloop.routing.reading.Statement;
import org.feedbackloop.routing.reading.Verdict;
import org.feedbackloop.routing.reading.Words;

/** The page they were on. Only its path is read: the host is the same everywhere, and a query holds anything. */
final class PageAddress implements CategoryRule {

    private final PhraseVotes votes;

    PageAddress(CategoryTree tree) {
        votes = new PhraseVotes(tree, "page-address", 0.85);
        for (int i = 0; i < tree.categories().size(); i++) {
            for (String page : tree.categories().get(i).pages()) {
                votes.add(
                        i,
                        new LocalWord(
                                Language.UNDETERMINED, page.replace('/', ' ').replace('-', ' ')));
            }
        }
    }

    @Override
    public Optional<Verdict<String>> judge(Statement statement, Language language) {
        String page = statement.about().page();
        return page == null ? Optional.empty() : votes.count(Words.of(path(page)), word -> true);
    }

    private static String path(String address) {
        int host = address.indexOf("://");
        int start = address.indexOf('/', host < 0 ? 0 : host + 3);
        if (start < 0) {
            return "";
        }
        int end = start;
        while (end < address.length() && address.charAt(end) != '?' && address.charAt(end) != '#') {
            end++;
        }
        return address.substring(start, end);
    }
}
