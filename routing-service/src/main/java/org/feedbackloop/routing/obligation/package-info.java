/**
 * What we owe because of a feedback, and by when, counted in the working time of the queue that has to meet it.
 *
 * <p>Counts from when we learnt of the feedback, so that a repeat gets the same due date, and an entry typed in from a paper
 * book a fortnight later is not late before anybody could know of it.
 *
 * <p>Harm has a duty of its own, mostly short. Where the type obliges us too, the action is that for harm, and each time is
 * the sooner of the two.
 */
@NullMarked
package org.feedbackloop.routing.obligation;

import org.jspecify.annotations.NullMarked;
