/**
 * What something was said about, as a path in the product tree.
 *
 * <p>Rules are asked in order and the first that has an answer decides: the category that the channel names, the product by
 * name or number, the page, the lines of the order, then the words; {@code general} where none has. Within a branch the
 * deepest category that anything speaks for wins.
 */
@NullMarked
package org.feedbackloop.routing.category;

import org.jspecify.annotations.NullMarked;
