package org.feedbackloop.intake.channel.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.feedbackloop.event.v1.Attachment;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.event.v1.ChannelDetails;
import org.feedbackloop.intake.channel.Signatures;
import org.feedbackloop.intake.channel.mail.ReplyCutter.Reply;
import org.feedbackloop.intake.draft.Adapted;
import org.feedbackloop.intake.draft.Normalisation;
import org.feedbackloop.intake.draft.Normaliser;
import org.jspecify.annotations.Nullable;

/** Makes feedback of a mail, however it was delivered. */
final class MailReader {

    /** One that is longer is hashed: cut, two of them could become one. */
    private static final int LONGEST_ID = 190;

    private static final int LONGEST_ORIGINAL = 100_000;
    private static final int MOST_RECIPIENTS = 20;

    private final Normaliser normaliser;

    MailReader(Normaliser normaliser) {
        this.normaliser = normaliser;
    }

    /** @param nameless what names the mail if it has no Message-ID: the same when it is delivered again */
    Adapted read(Mail mail, String nameless, Instant receivedAt) {
        return MachineMail.reason(mail).map(Adapted::nothing).orElseGet(() -> said(mail, nameless, receivedAt));
    }

    private Adapted said(Mail mail, String nameless, Instant receivedAt) {
        MailHeaders headers = mail.headers();
        Reply reply = ReplyCutter.cut(mail.text());
        String words = reply.words();
        Optional<Correspondent> sender = sender(headers);
        Normalisation normal = normaliser.beginUnmended(receivedAt);
        return normal.channel(Channel.EMAIL)
                .messageId("Message-ID", messageId(headers, nameless))
                .occurredAt(headers.date())
                .customerName("From", sender.map(Correspondent::name).orElse(null))
                .email("From", sender.map(Correspondent::address).orElse(null))
                .subject("Subject", headers.subject())
                // Some put their whole question into the subject.
                .text("text", words.isBlank() ? headers.subject() : words)
                .conversation("References", conversation(headers, sender))
                .attachments(attachments(mail, normal))
                .details(new ChannelDetails.Mail(
                        normal.line("Message-ID", headers.messageId(), 1_000),
                        normal.line("In-Reply-To", headers.inReplyTo(), 1_000),
                        recipients(headers, normal),
                        reply.isCut() ? normal.cleaned("text", mail.text(), LONGEST_ORIGINAL) : null))
                .outcome("text");
    }

    /** A form on a website mails from an address of its own, and names the customer as who is to be answered. */
    private static Optional<Correspondent> sender(MailHeaders headers) {
        List<Correspondent> from = headers.from();
        return Stream.concat(headers.replyTo().stream().limit(1), from.stream().limit(1))
                .findFirst()
                .map(sender -> sender.name() != null || from.isEmpty() || !sender.isSameAs(from.get(0))
                        ? sender
                        : from.get(0));
    }

    private static String messageId(MailHeaders headers, String nameless) {
        String id = headers.messageId();
        if (id == null) {
            return nameless;
        }
        return id.length() <= LONGEST_ID ? id : "sha256:" + Signatures.sha256Hex(id.getBytes(UTF_8));
    }

    /** Of the sender too: who answers all of a mail to many shares its thread with strangers. */
    private static @Nullable String conversation(MailHeaders headers, Optional<Correspondent> sender) {
        String root = headers.threadRoot();
        if (root == null) {
            return null;
        }
        String address = sender.map(Correspondent::address).orElse("");
        return "mail:" + Signatures.sha256Hex((root + '\n' + address).getBytes(UTF_8));
    }

    private static List<Attachment> attachments(Mail mail, Normalisation normal) {
        return mail.attachments().stream()
                .map(file -> new Attachment(
                        normal.line("filename", withoutFolder(file.name()), 300),
                        Objects.requireNonNullElse(
                                normal.line("Content-Type", file.contentType(), 100), "application/octet-stream"),
                        file.bytes()))
                .toList();
    }

    /** Where it lay on the sender's disk is nobody's business, and no place to put it. */
    private static @Nullable String withoutFolder(@Nullable String name) {
        return name == null ? null : name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    private static List<String> recipients(MailHeaders headers, Normalisation normal) {
        return headers.to().stream()
                .map(recipient -> normal.line("To", recipient.address(), 254))
                .filter(Objects::nonNull)
                .limit(MOST_RECIPIENTS)
                .toList();
    }
}
