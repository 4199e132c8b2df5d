package org.feedbackloop.notification.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.NoSuchProviderException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.feedbackloop.notification.mail.Attempt.Accepted;
import org.feedbackloop.notification.mail.Attempt.NotTaken;
import org.feedbackloop.notification.mail.SmtpReply.About;
import org.jspecify.annotations.Nullable;

/**
 * Hands mails to a server, over one connection that is kept while there is more to send.
 *
 * <p>Not Quarkus' mailer: it has no limit for a server that never answers, and when it is told to wait no longer, the mail
 * may still go out after we have begun to send it again. Here a limit that passes closes the connection.
 */
final class SmtpSender {

    private final Transport transport;
    private final Clock clock;

    SmtpSender(Session session, Clock clock) {
        try {
            this.transport = session.getTransport();
        } catch (NoSuchProviderException e) {
            throw new IllegalStateException(e);
        }
        this.clock = clock;
    }

    /** @param mail with all its headers as they are to be; it is not changed */
    Attempt send(MimeMessage mail) throws MessagingException {
        String messageId = mail.getMessageID();
        try {
            if (!transport.isConnected()) {
                transport.connect();
            }
        } catch (MessagingException e) {
            // Nothing of a customer has been said yet, so nothing of one can be in the message.
            return new NotTaken("there is no connection to the mail server: " + e.getMessage());
        }
        try {
            transport.sendMessage(mail, mail.getAllRecipients());
            return new Accepted(messageId, clock.instant());
        } catch (MessagingException e) {
            return reply(e).map(SmtpReply::meaning).orElseGet(() -> new NotTaken(noReply(e)));
        }
    }

    void disconnect() {
        try {
            transport.close();
        } catch (MessagingException e) {
            // Then there is no connection, which is what we want.
        }
    }

    private static Optional<SmtpReply> reply(MessagingException e) {
        for (@Nullable Exception cause = e; cause instanceof MessagingException; cause = next(cause)) {
            if (cause instanceof SMTPAddressFailedException refused) {
                return Optional.of(
                        new SmtpReply(About.RECIPIENT, refused.getReturnCode(), String.valueOf(refused.getMessage())));
            }
            if (cause instanceof SMTPSendFailedException refused && refused.getReturnCode() > 0) {
                About about = refused.getCommand().startsWith("MAIL") ? About.SENDER : About.CONTENT;
                return Optional.of(new SmtpReply(about, refused.getReturnCode(), String.valueOf(refused.getMessage())));
            }
        }
        return Optional.empty();
    }

    private static @Nullable Exception next(Exception e) {
        return ((MessagingException) e).getNextException();
    }

    /** Names of classes say enough; messages may quote what was sent. */
    private static String noReply(MessagingException e) {
        Exception cause = e.getNextException();
        String reason = "the mail server did not take it: " + e.getClass().getSimpleName();
        return cause == null ? reason : reason + ", " + cause.getClass().getSimpleName();
    }
}
