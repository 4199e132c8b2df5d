package org.feedbackloop.routing.category;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.feedbackloop.routing.language.Language;
import org.feedbackloop.routing.reading.Phrases;
import org.feedbackloop.routing.reading.Statement;
import org.feedbackloop.routing.reading.Verdict;
import org.feedbackloop.routing.reading.Words;

/**
 * The page they were on. Only its path is read: the host is the same everywhere, and a query holds anything. Browsers send what
 * is not ASCII in escapes, so those are read as what they stand for.
 */
final class PageAddress implements CategoryRule {

    private final PhraseVotes votes;

    PageAddress(CategoryTree tree) {
        votes = new PhraseVotes(tree, "page-address", 0.85);
        for (int i = 0; i < tree.categories().size(); i++) {
            for (String page : tree.categories().get(i).pages()) {
                votes.add(
                        i,
                        new LocalWord(
                                Language.UNDETERMINED,
                                lookedFor(page).replace('/', ' ').replace('-', ' ')));
            }
        }
    }

    @Override
    public Optional<Verdict<String>> judge(Statement statement, Language language) {
        String page = statement.about().page();
        return page == null ? Optional.empty() : votes.count(Words.of(decoded(path(page))), word -> true);
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

    /** Who copies a page from the address bar gets escapes as well. Escapes that make no phrase are looked for as they are. */
    private static String lookedFor(String page) {
        String decoded = decoded(page);
        try {
            Phrases.requirePhrase(decoded);
            return decoded;
        } catch (IllegalArgumentException e) {
            return page;
        }
    }

    /** An escape that is broken stays as it is, and one that is no UTF-8 becomes a sign that no phrase has. */
    private static String decoded(String path) {
        if (path.indexOf('%') < 0) {
            return path;
        }
        byte[] bytes = path.getBytes(UTF_8);
        int length = 0;
        for (int at = 0; at < bytes.length; at++) {
            int escaped = bytes[at] == '%' && at + 2 < bytes.length ? escaped(bytes[at + 1], bytes[at + 2]) : -1;
            bytes[length++] = escaped < 0 ? bytes[at] : (byte) escaped;
            at += escaped < 0 ? 0 : 2;
        }
        return new String(bytes, 0, length, UTF_8);
    }

    /** Less than 0 if one of them is no digit. */
    private static int escaped(byte high, byte low) {
        int highDigit = Character.digit(high, 16);
        int lowDigit = Character.digit(low, 16);
        return highDigit < 0 || lowDigit < 0 ? -1 : highDigit << 4 | lowDigit;
    }
}
