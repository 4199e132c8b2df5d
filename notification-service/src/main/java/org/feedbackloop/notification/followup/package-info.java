/**
 * What somebody wanted a customer to hear, what we decided about it, and what became of it.
 *
 * <p>Promises: a request is planned once, however often it is delivered; at any time at most one process holds a follow-up
 * for sending; its outcome is published once, in the transaction that notes it. What a process held when it died falls
 * to another when its lease has run out, and the row says so.
 *
 * <p>Assumes that requests of one customer come in order, and keeps that order only as far as their mails succeed at the
 * first try. Must not know how a letter reads or how it travels.
 */
@NullMarked
package org.feedbackloop.notification.followup;

import org.jspecify.annotations.NullMarked;
