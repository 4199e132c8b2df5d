package org.feedbackloop.routing.category;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A branch of the product tree, and by what it is known.
 *
 * @param path for example {@code billing/invoice}
 * @param products phrases that name its products
 * @param pages phrases that occur in the addresses of its pages
 * @param words phrases that people use when they speak of it
 */
public record Category(String path, List<String> products, List<String> pages, List<LocalWord> words) {

    /** Where everything goes that is known to be about nothing else. */
    public static final String GENERAL = "general";

    private static final Pattern PATH = Pattern.compile("[a-z0-9-]+(/[a-z0-9-]+)*");

    public Category {
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("a category is a path of lower-case letters, digits and hyphens");
        }
        products = List.copyOf(products);
        pages = List.copyOf(pages);
        words = List.copyOf(words);
    }
}
