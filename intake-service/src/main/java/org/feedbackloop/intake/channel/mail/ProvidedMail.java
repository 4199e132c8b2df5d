package org.feedbackloop.intake.channel.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.feedbackloop.event.v1.Attachment;
import org.feedbackloop.intake.channel.Signatures;
import org.jspecify.annotations.Nullable;

/**
 * A mail that a provider has already taken apart.
 *
 * @param plain its plain text, if it had one
 * @param html its HTML, if it had one
 */
record ProvidedMail(
        MailHeaders headers,
        @Nullable String plain,
        @Nullable String html,
        List<Attachment> attachments) {

    private static final int LONGEST_TEXT = 500_000;

    Mail mail() {
        return new Mail(headers, text(), attachments, kinds());
    }

    private String text() {
        if (plain != null && !plain.isBlank()) {
            return plain.substring(0, Math.min(plain.length(), LONGEST_TEXT));
        }
        return html == null ? "" : HtmlText.of(html);
    }

    /** A provider delivers a report as a mail like any other: how it was made up shows in its header alone. */
    private Set<String> kinds() {
        String type = headers.first("content-type").toLowerCase(Locale.ROOT);
        if (!type.startsWith("multipart/report")) {
            return Set.of();
        }
        return type.contains("disposition-notification")
                ? Set.of("multipart/report", "message/disposition-notification")
                : Set.of("multipart/report", "message/delivery-status");
    }

    /** Names a mail without Message-ID: deliveries of one mail differ in their wrapping alone. */
    String nameless() {
        String parts = headers.first("from")
                + '\n'
                + headers.first("date")
                + '\n'
                + headers.first("subject")
                + '\n'
                + plain
                + '\n'
                + html;
        return "sha256:" + Signatures.sha256Hex(parts.getBytes(UTF_8));
    }

    @Override
    public String toString() {
        return "ProvidedMail[" + headers.all().size() + " headers]";
    }
}
