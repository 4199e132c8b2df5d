package org.feedbackloop.notification.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.qute.Template;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Clock;
import java.util.Date;
import org.feedbackloop.event.FollowUpId;
import org.feedbackloop.event.v1.FollowUpPurpose;
import org.feedbackloop.event.v1.FollowUpRequested;
import org.feedbackloop.notification.followup.EmailAddress;
import org.feedbackloop.notification.followup.HeldFollowUp;
import org.feedbackloop.notification.letter.Letter;

/**
 * Puts a letter into a mail: as text and as HTML, with headers by which mail programs, and people who look for one, can
 * tell what it belongs to. Nothing that a customer typed goes into a header, but for the address it is sent to.
 */
final class LetterSender implements Courier {

    private final InternetAddress from;
    private final InternetAddress replyTo;
    private final String messageIdDomain;
    private final Template text;
    private final Template html;
    private final Session session;
    private final Clock clock;
    private final SmtpSender smtp;

    LetterSender(Letterhead letterhead, Template text, Template html, Session session, Clock clock) {
        this.from = ours(letterhead.from());
        this.replyTo = ours(letterhead.replyTo());
        this.messageIdDomain = letterhead.messageIdDomain();
        this.text = text;
        this.html = html;
        this.session = session;
        this.clock = clock;
        this.smtp = new SmtpSender(session, clock);
    }

    @Override
    public Attempt deliver(HeldFollowUp followUp) {
        try {
            return smtp.send(mail(followUp));
        } catch (MessagingException e) {
            throw new IllegalStateException("follow-up " + followUp.id() + " cannot be put into a mail", e);
        }
    }

    @Override
    public void rest() {
        smtp.disconnect();
    }

    MimeMessage mail(HeldFollowUp followUp) throws MessagingException {
        FollowUpRequested request = followUp.request().data();
        Letter letter = Letter.to(request);
        MimeMessage mail = new MailWithId(session, messageId(followUp.id()));
        mail.setFrom(from);
        mail.setReplyTo(new InternetAddress[] {replyTo});
        mail.setRecipient(
                RecipientType.TO, address(new EmailAddress(request.recipient().value())));
        mail.setSubject(letter.subject(), UTF_8.name());
        mail.setSentDate(Date.from(clock.instant()));
        mail.setContentLanguage(new String[] {letter.language().tag()});
        mail.setHeader("X-Feedback-Id", request.feedbackId().toString());
        if (request.purpose() == FollowUpPurpose.ACKNOWLEDGEMENT) {
            // Or two machines would thank each other for their messages for ever.
            mail.setHeader("Auto-Submitted", "auto-replied");
            mail.setHeader("X-Auto-Response-Suppress", "All");
        }
        if (followUp.acknowledgement() != null) {
            String acknowledgement = messageId(followUp.acknowledgement());
            mail.setHeader("In-Reply-To", acknowledgement);
            mail.setHeader("References", acknowledgement);
        }
        mail.setContent(new MimeMultipart("alternative", part(text, "plain", letter), part(html, "html", letter)));
        mail.saveChanges();
        return mail;
    }

    /** The same at every attempt, and known without asking anybody. */
    private String messageId(FollowUpId followUp) {
        return "<" + followUp + "@" + messageIdDomain + ">";
    }

    private static InternetAddress ours(String configured) {
        try {
            return new InternetAddress(configured);
        } catch (AddressException e) {
            throw new IllegalArgumentException("not an address that mail can come from: " + configured, e);
        }
    }

    /** Unparsed: what could be misread in it has been ruled out, and a name is none of its parts. */
    private static InternetAddress address(EmailAddress recipient) {
        InternetAddress address = new InternetAddress();
        address.setAddress(recipient.value());
        return address;
    }

    private static MimeBodyPart part(Template template, String subtype, Letter letter) throws MessagingException {
        String rendered = template.data("letter", letter).render();
        MimeBodyPart part = new MimeBodyPart();
        // Lines of a text end so on the wire, also where they are hidden in base64.
        part.setText(rendered.replace("\n", "\r\n"), UTF_8.name(), subtype);
        return part;
    }

    /** Keeps the Message-ID that it is given; the library would make one up for each copy. */
    private static final class MailWithId extends MimeMessage {

        private final String id;

        MailWithId(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
