/**
 * Short messages: SMS and messengers.
 *
 * <p>Promises that a message has the same id whenever its provider delivers it, and that no two have one. An edited message is
 * a new one that names the old one. What is said among several is not said to us.
 */
@NullMarked
package org.feedbackloop.intake.channel.message;

import org.jspecify.annotations.NullMarked;
