/**
 * Remembers who said what, what it did to the relationship, and what we owe.
 *
 * <p>Everything that follows from one event (customer, timeline, stages, case, the events it leads to) is written in one
 * transaction with the note that the event has been handled; a replay into an empty database yields the same again. Time
 * comes from the events, never from this machine's clock, wherever an event tells it.
 */
@NullMarked
package org.feedbackloop.crm;

import org.jspecify.annotations.NullMarked;
