/** Channels that ask: surveys that are answered by a score, in words, or both. */
@NullMarked
package org.feedbackloop.intake.channel.survey;

import org.jspecify.annotations.NullMarked;
