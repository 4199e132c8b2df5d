/**
 * Brings letters to customers by e-mail.
 *
 * <p>Promises: a mail that a server has taken is not sent again by this process, not even if the database is away when it
 * should be noted; every try of a follow-up carries the same Message-ID; what fails for now is tried again for about a day,
 * what a server refuses for good is not.
 *
 * <p>SMTP knows no idempotency key. If this process dies after a server has taken a mail and before that is noted, the mail
 * goes once more. Each sender therefore holds one follow-up at a time and notes it at once.
 *
 * <p>Assumes nothing of order. Must not know how requests arrive or how outcomes are published.
 */
@NullMarked
package org.feedbackloop.notification.mail;

import org.jspecify.annotations.NullMarked;
