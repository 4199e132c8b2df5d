/**
 * How soon a consultant should look at it.
 *
 * <p>Rules are asked in order and the first that has an answer decides: harm before anything else.
 */
@NullMarked
package org.feedbackloop.routing.priority;

import org.jspecify.annotations.NullMarked;
