package org.feedbackloop.intake.channel.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.apache.james.mime4j.util.ByteSequence;
import org.feedbackloop.intake.channel.mail.MailHeaders.Header;

/**
 * Reads mails as they travel (RFC 5322 and MIME), sound or not. Goes over the bytes once and keeps no attachment. Where a mail
 * breaks off or contradicts itself, what was read until then is the mail.
 */
final class MailParser {

    /** Each level looks at every byte below it once more; honest mails have five. */
    private static final int DEEPEST = 20;

    private static final int MOST_PARTS = 1_000;

    /** What is encoded otherwise cannot be read as text. */
    private static final Set<String> ENCODINGS = Set.of("7bit", "8bit", "binary", "quoted-printable", "base64", "");

    /** The library throws and catches at each line that is no header; a body that lacks the empty line before it has many. */
    static final MimeConfig PERMISSIVE =
            MimeConfig.copy(MimeConfig.PERMISSIVE).setMaxHeaderCount(2_000).build();

    private static final MimeConfig HEADLESS =
            MimeConfig.copy(PERMISSIVE).setMalformedHeaderStartsBody(true).build();

    private final MimeTokenStream stream;
    private final List<Header> headers = new ArrayList<>();
    private final MailParts parts = new MailParts();
    private PartFields fields = new PartFields();
    private int depth;
    private boolean inTopHeader = true;

    private MailParser(byte[] mail, MimeConfig config) {
        stream = new MimeTokenStream(config, new PartTypes());
        // A mail that was attached is an attachment, and what stands in it was said to somebody else.
        stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
        int start = start(mail);
        stream.parse(new ByteArrayInputStream(mail, start, mail.length - start));
    }

    static Mail parse(byte[] mail) {
        Mail parsed = new MailParser(mail, PERMISSIVE).parse();
        // Text without any header is text all the same.
        return parsed.headers().all().isEmpty() ? new MailParser(mail, HEADLESS).parse() : parsed;
    }

    /** The headers alone, of what is headers alone. */
    static MailHeaders headers(byte[] block) {
        return parse(block).headers();
    }

    /** Behind the empty lines that some put before a mail. */
    private static int start(byte[] mail) {
        int start = 0;
        while (start < mail.length && (mail[start] == '\r' || mail[start] == '\n')) {
            start++;
        }
        return start;
    }

    private Mail parse() {
        try {
            EntityState state = stream.getState();
            while (state != EntityState.T_END_OF_STREAM && parts.count() < MOST_PARTS) {
                read(state);
                state = stream.next();
            }
        } catch (IOException | MimeException | RuntimeException brokenOff) {
            // The library's own checks throw at some of what is malformed. There is no more to be had then.
            parts.breakOff();
        }
        return parts.mail(new MailHeaders(headers));
    }

    private void read(EntityState state) throws IOException {
        switch (state) {
            case T_START_HEADER -> fields = new PartFields();
            case T_FIELD -> readField(stream.getField());
            case T_END_HEADER -> {
                inTopHeader = false;
                stream.setRecursionMode(depth < DEEPEST ? RecursionMode.M_NO_RECURSE : RecursionMode.M_FLAT);
            }
            case T_START_MULTIPART -> {
                depth++;
                parts.begin(stream.getBodyDescriptor().getMimeType().toLowerCase(Locale.ROOT));
            }
            case T_END_MULTIPART -> {
                depth--;
                parts.end();
            }
            case T_PREAMBLE -> parts.preamble(stream.getInputStream());
            case T_BODY -> readBody(stream.getBodyDescriptor(), stream.getDecodedInputStream());
            default -> {
                // The rest begins and ends what is told apart by the states above.
            }
        }
    }

    private void readField(Field field) {
        if (inTopHeader) {
            headers.add(Header.of(field.getName(), value(field)));
        }
        fields.add(field);
    }

    private void readBody(BodyDescriptor descriptor, InputStream body) throws IOException {
        parts.add(
                descriptor.getMimeType().toLowerCase(Locale.ROOT),
                fields.declaresCharset() ? descriptor.getCharset() : null,
                fields.fileName(),
                fields.isAttachment()
                        || !ENCODINGS.contains(descriptor.getTransferEncoding().toLowerCase(Locale.ROOT)),
                body);
    }

    /** What stands after the colon; raw bytes beyond ASCII are not allowed there, and common. */
    private static String value(Field field) {
        ByteSequence raw = field.getRaw();
        if (raw == null) {
            return field.getBody() == null ? "" : field.getBody();
        }
        byte[] bytes = raw.toByteArray();
        int colon = 0;
        while (colon < bytes.length && bytes[colon] != ':') {
            colon++;
        }
        int start = Math.min(colon + 1, bytes.length);
        return Charsets.decode(Arrays.copyOfRange(bytes, start, bytes.length), null);
    }
}
