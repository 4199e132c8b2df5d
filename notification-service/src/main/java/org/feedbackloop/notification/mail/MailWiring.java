package org.feedbackloop.notification.mail;

import io.quarkus.qute.Engine;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.mail.Authenticator;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import java.util.stream.Stream;
import org.feedbackloop.notification.followup.FollowUps;
import org.feedbackloop.notification.mail.MailConfig.Security;
import org.feedbackloop.notification.mail.MailConfig.Smtp;

/** Puts the mailroom together. */
class MailWiring {

    @Produces
    @Singleton
    Mailroom mailroom(MailConfig config, FollowUps followUps, Engine templates, Clock clock) {
        Letterhead letterhead =
                new Letterhead(config.from(), config.replyTo().orElse(config.from()), config.messageIdDomain());
        Session session = session(config.smtp(), config.messageIdDomain());
        return new Mailroom(
                followUps,
                Stream.<Courier>generate(() -> new LetterSender(
                                letterhead,
                                templates.getTemplate("letter.txt"),
                                templates.getTemplate("letter.html"),
                                session,
                                clock))
                        .limit(config.senders())
                        .toList(),
                new Backoff(config.pauses()),
                config.lease(),
                clock);
    }

    private static Session session(Smtp smtp, String ownDomain) {
        Properties settings = new Properties();
        settings.setProperty("mail.transport.protocol", "smtp");
        settings.setProperty("mail.smtp.host", smtp.host());
        settings.setProperty("mail.smtp.port", Integer.toString(smtp.port()));
        // Else the library asks the name service who we are, at every connection.
        settings.setProperty("mail.smtp.localhost", ownDomain);
        settings.setProperty("mail.smtp.connectiontimeout", millis(smtp.connectTimeout()));
        settings.setProperty("mail.smtp.timeout", millis(smtp.replyTimeout()));
        settings.setProperty("mail.smtp.writetimeout", millis(smtp.replyTimeout()));
        settings.setProperty("mail.smtp.quitwait", "false");
        settings.setProperty("mail.smtp.starttls.enable", Boolean.toString(smtp.security() == Security.STARTTLS));
        settings.setProperty("mail.smtp.starttls.required", Boolean.toString(smtp.security() == Security.STARTTLS));
        settings.setProperty("mail.smtp.ssl.enable", Boolean.toString(smtp.security() == Security.TLS));
        settings.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        settings.setProperty("mail.smtp.auth", Boolean.toString(smtp.username().isPresent()));
        return Session.getInstance(settings, new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(
                        smtp.username().orElse(""), smtp.password().orElse(""));
            }
        });
    }

    private static String millis(Duration time) {
        return Long.toString(time.toMillis());
    }
}
