/** Channels that were added by their classes alone. */
@NullMarked
package org.feedbackloop.intake.added;

import org.jspecify.annotations.NullMarked;
