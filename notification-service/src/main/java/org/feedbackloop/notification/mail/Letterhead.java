package org.feedbackloop.notification.mail;

/**
 * Who we are on our mails.
 *
 * @param from with or without a name, as RFC 5322 writes it
 * @param messageIdDomain what stands after the {@code @} of each Message-ID
 */
record Letterhead(String from, String replyTo, String messageIdDomain) {}
