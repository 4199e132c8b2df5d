package org.feedbackloop.event.v1;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a customer spoke of, as far as the channel could tell.
 *
 * @param category a path in the product tree, for example {@code billing/invoice}
 * @param product the shop's own name or number of it
 * @param order the number of an order
 * @param page the address of the page the customer was on
 * @param location the shop, branch or terminal
 * @param skus the shop's article numbers, up to 50: of the lines of {@code order} where there is one, else of what it is
 *     about
 */
public record About(
        @Nullable String category,
        @Nullable String product,
        @Nullable String order,
        @Nullable String page,
        @Nullable String location,
        List<String> skus) {

    public static final int MAX_SKUS = 50;

    /** Nothing is known. */
    public static final About NOTHING = new About(null, null, null, null, null);

    public About {
        skus = skus == null ? List.of() : List.copyOf(skus);
        if (skus.size() > MAX_SKUS) {
            throw new IllegalArgumentException("more than " + MAX_SKUS + " skus");
        }
    }

    /** Where no article numbers are known. */
    public About(
            @Nullable String category,
            @Nullable String product,
            @Nullable String order,
            @Nullable String page,
            @Nullable String location) {
        this(category, product, order, page, location, List.of());
    }
}
