/**
 * Holds what the system did against what it had answered.
 *
 * <p>Pure: evidence in, violations out, so that the checks can be proven on made-up evidence before they judge anything.
 * Nothing here reads a topic, a table or a mailbox.
 */
@NullMarked
package org.feedbackloop.journey.faults.check;

import org.jspecify.annotations.NullMarked;
