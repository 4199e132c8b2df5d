/** Channels of the telephone: calls taken, calls made, menus for callers, and calls asked for. */
@NullMarked
package org.feedbackloop.intake.channel.call;

import org.jspecify.annotations.NullMarked;
