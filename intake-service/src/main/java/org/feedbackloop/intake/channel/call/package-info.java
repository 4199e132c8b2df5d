/** Calls: those that customers make, to people and to machines, and those that we make. */
@NullMarked
package org.feedbackloop.intake.channel.call;

import org.jspecify.annotations.NullMarked;
