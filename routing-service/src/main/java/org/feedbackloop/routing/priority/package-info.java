/**
 * How soon a consultant should look at it.
 *
 * <p>Every rule is asked, and the most urgent answer counts; of equals the first, which is harm. Then the class of the
 * customer, a hint of the sender's, may move it one step.
 */
@NullMarked
package org.feedbackloop.routing.priority;

import org.jspecify.annotations.NullMarked;
