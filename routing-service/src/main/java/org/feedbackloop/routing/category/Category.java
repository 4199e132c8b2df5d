package org.feedbackloop.routing.category;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A branch of the product tree, and by what it is known.
 *
 * @param path for example {@code billing/invoice}, which is a branch of {@code billing}
 * @param products phrases that name its products
 * @param skus article numbers of its products, or how they begin
 * @param pages phrases that occur in the addresses of its pages
 * @param words phrases that people use when they speak of it
 * @param skill what a consultant must be able to do to answer; none where that is left to the branch above
 */
public record Category(
        String path,
        List<String> products,
        List<Sku> skus,
        List<String> pages,
        List<LocalWord> words,
        @Nullable String skill) {

    /** Where everything goes that is known to be about nothing else. */
    public static final String GENERAL = "general";

    private static final Pattern PATH = Pattern.compile("(?=.{1,200}$)[a-z0-9-]++(?:/[a-z0-9-]++)*+");

    public Category {
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException(
                    "a category is a path of at most 200 lower-case letters, digits and hyphens");
        }
        products = List.copyOf(products);
        skus = List.copyOf(skus);
        pages = List.copyOf(pages);
        words = List.copyOf(words);
    }

    /** The path of the branch above; empty above the first. */
    public static String above(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }
}
