/**
 * Takes mails out of mailboxes over IMAP.
 *
 * <p>Promises that a mail is taken once in effect: it is marked in its mailbox only after the broker has acknowledged, so a
 * crash in between takes it again, under the id that it had. For the same reason several replicas may look into one mailbox,
 * though one is enough. A mail that cannot be used is kept on {@code feedback.rejected.v1}, and holds up no other; a server
 * or a broker that is away is asked again, less and less often. Assumes nothing of the order in which mails lie there.
 */
@NullMarked
package org.feedbackloop.intake.mailbox;

import org.jspecify.annotations.NullMarked;
