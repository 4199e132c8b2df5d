/** Channels of a website: forms, comments, forums, and visits themselves. */
@NullMarked
package org.feedbackloop.intake.channel.web;

import org.jspecify.annotations.NullMarked;
