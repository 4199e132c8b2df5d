/**
 * What something was said about, as a path in the product tree.
 *
 * <p>Rules are asked in order and the first that has an answer decides; {@code general} where none has.
 */
@NullMarked
package org.feedbackloop.routing.category;

import org.jspecify.annotations.NullMarked;
