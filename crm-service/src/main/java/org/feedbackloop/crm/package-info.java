/**
 * Remembers who said what, what it did to the relationship, and what we owe.
 *
 * <p>Everything that follows from one event (customer, timeline, stages, case, the events it leads to) is written in one
 * transaction with the note that the event has been handled. Time comes from the events, never from this machine's clock,
 * wherever an event tells it.
 *
 * <p>A replay into an empty database, in a group that has read nothing yet, yields again what came by topic: customers,
 * stages, consent, cases, and the timeline of what was said and of what became of our messages. What consultants did came
 * by REST and is read back from nowhere: their answers' words and their corrections are in backups of the database alone. A
 * case whose answer has arrived is closed again all the same.
 */
@NullMarked
package org.feedbackloop.crm;

import org.jspecify.annotations.NullMarked;
