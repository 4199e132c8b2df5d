package org.feedbackloop.intake.channel.mail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.field.DateTimeFieldLenientImpl;
import org.apache.james.mime4j.stream.RawField;
import org.jspecify.annotations.Nullable;

/**
 * The headers of a mail, in their order. Their values are on one line; encoded words are decoded by who reads them, since an
 * address list must be taken apart before that.
 */
record MailHeaders(List<Header> all) {

    /** A mail that has more of them, or longer ones, means harm. */
    private static final int MOST = 1_000;

    private static final int LONGEST = 20_000;

    MailHeaders {
        all = List.copyOf(all.size() > MOST ? all.subList(0, MOST) : all);
    }

    /** @param name in lower case */
    record Header(String name, String value) {

        static Header of(String name, String value) {
            String kept = value.substring(0, Math.min(value.length(), LONGEST));
            return new Header(
                    name.strip().toLowerCase(Locale.ROOT), onOneLine(kept).strip());
        }

        private static String onOneLine(String folded) {
            StringBuilder line = new StringBuilder(folded.length());
            folded.chars().filter(c -> c != '\r' && c != '\n').forEach(c -> line.append((char) c));
            return line.toString();
        }

        @Override
        public String toString() {
            return "Header[" + name + "]";
        }
    }

    /** The first of this name, which is in lower case; empty if there is none. */
    String first(String name) {
        for (Header header : all) {
            if (header.name().equals(name)) {
                return header.value();
            }
        }
        return "";
    }

    boolean has(String name) {
        return all.stream().anyMatch(header -> header.name().equals(name));
    }

    String subject() {
        return EncodedWords.decode(first("subject"));
    }

    List<Correspondent> from() {
        return Correspondent.parse(first("from"));
    }

    List<Correspondent> replyTo() {
        return Correspondent.parse(first("reply-to"));
    }

    List<Correspondent> to() {
        return Correspondent.parse(first("to"));
    }

    /** When it was written, as the sender's clock says; null if that cannot be read. */
    @Nullable
    Instant date() {
        String value = first("date");
        if (value.isEmpty() || value.length() > 100) {
            return null;
        }
        try {
            Date date = DateTimeFieldLenientImpl.PARSER
                    .parse(new RawField("Date", value), DecodeMonitor.SILENT)
                    .getDate();
            return date == null ? null : date.toInstant();
        } catch (RuntimeException unreadable) {
            // The library's parser means never to throw, which is not the same as never throwing.
            return null;
        }
    }

    /** With its angle brackets; null if there is none. */
    @Nullable
    String messageId() {
        List<String> ids = ids("message-id");
        if (!ids.isEmpty()) {
            return ids.get(0);
        }
        String bare = first("message-id");
        return bare.isBlank() ? null : bare;
    }

    @Nullable
    String inReplyTo() {
        List<String> ids = ids("in-reply-to");
        return ids.isEmpty() ? null : ids.get(0);
    }

    /** The message that began the thread: it stays the same however long that gets. Null if this mail has no id. */
    @Nullable
    String threadRoot() {
        List<String> references = ids("references");
        if (!references.isEmpty()) {
            return references.get(0);
        }
        String inReplyTo = inReplyTo();
        return inReplyTo == null ? messageId() : inReplyTo;
    }

    private List<String> ids(String name) {
        String value = first(name);
        List<String> ids = new ArrayList<>();
        int open = value.indexOf('<');
        int close = open < 0 ? -1 : value.indexOf('>', open);
        while (close > open) {
            String id = value.substring(open, close + 1);
            if (id.length() > 2) {
                ids.add(id);
            }
            open = value.indexOf('<', close);
            close = open < 0 ? -1 : value.indexOf('>', open);
        }
        return ids;
    }

    @Override
    public String toString() {
        return "MailHeaders[" + all.size() + "]";
    }
}
