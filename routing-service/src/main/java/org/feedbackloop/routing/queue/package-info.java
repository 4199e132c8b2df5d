/**
 * Where the consultants wait, and when they work.
 *
 * <p>Promises a queue for every feedback: what no queue asks for goes to the general one, never nowhere. Counts time in the
 * zone of a calendar, whatever zone the server is in. How many cases are open in a queue is told to it, and taken for a hint.
 */
@NullMarked
package org.feedbackloop.routing.queue;

import org.jspecify.annotations.NullMarked;
