package org.feedbackloop.event.v1;

import org.jspecify.annotations.Nullable;

/**
 * What a customer spoke of, as far as the channel could tell.
 *
 * @param category a path in the product tree, for example {@code billing/invoice}
 * @param product the shop's own name or number of it
 * @param order the number of an order
 * @param page the address of the page the customer was on
 * @param location the shop, branch or terminal
 */
public record About(
        @Nullable String category,
        @Nullable String product,
        @Nullable String order,
        @Nullable String page,
        @Nullable String location) {

    /** Nothing is known. */
    public static final About NOTHING = new About(null, null, null, null, null);
}
