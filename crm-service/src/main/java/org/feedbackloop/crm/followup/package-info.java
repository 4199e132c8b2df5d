/**
 * What became of the messages that we asked for: noted on the timeline, and on the case they belong to.
 *
 * <p>Assumes of the order only that outcomes of one customer come one after the other. An outcome that comes before the
 * feedback it follows from, as in a rebuild, waits for it; one that follows from nothing goes to the dead letters.
 */
@NullMarked
package org.feedbackloop.crm.followup;

import org.jspecify.annotations.NullMarked;
