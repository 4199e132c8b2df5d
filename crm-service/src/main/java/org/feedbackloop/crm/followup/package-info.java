/**
 * What became of the messages that we asked for: noted on the timeline, and on the case they belong to.
 */
@NullMarked
package org.feedbackloop.crm.followup;

import org.jspecify.annotations.NullMarked;
