/**
 * Hears of every feedback, decides what it is, whose it is and by when, and says so to whoever listens.
 *
 * <p>Promises a queue for every feedback, with reasons; the order of each customer's events; and that a feedback handled
 * twice yields the same event id twice, which is why nothing needs to be remembered here. Knows nobody's address beyond
 * passing it on.
 */
@NullMarked
package org.feedbackloop.routing;

import org.jspecify.annotations.NullMarked;
