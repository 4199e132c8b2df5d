/**
 * E-mail, however it is delivered: as it is, by a mail provider's webhook, or out of a mailbox.
 *
 * <p>Promises that every mail can be read, whatever its charset and nesting, in a time that grows with its size alone: sizes,
 * depth and numbers of parts have limits, and what is over a limit is left out rather than refused. What customers wrote
 * themselves is told from what they quote, and people are told from machines. Knows nothing of mail servers.
 */
@NullMarked
package org.feedbackloop.intake.channel.mail;

import org.jspecify.annotations.NullMarked;
