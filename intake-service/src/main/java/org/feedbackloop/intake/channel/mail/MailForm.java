package org.feedbackloop.intake.channel.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.feedbackloop.event.v1.Attachment;
import org.feedbackloop.intake.channel.RawRequest;
import org.jspecify.annotations.Nullable;

/**
 * A form in which a provider delivers a mail: {@code multipart/form-data}, or {@code application/x-www-form-urlencoded} where
 * nothing is attached. Of files the names and sizes are kept.
 *
 * @param fields their bytes, as one of the providers leaves them in the charset of the mail
 */
record MailForm(Map<String, byte[]> fields, List<Attachment> files) {

    private static final int MOST_PARTS = 1_000;

    /** Empty if the request is no form. */
    static Optional<MailForm> parse(RawRequest request) {
        String type = request.contentType().strip().toLowerCase(Locale.ROOT);
        if (type.startsWith("application/x-www-form-urlencoded")) {
            return Optional.of(encoded(new String(request.body(), ISO_8859_1)));
        }
        return type.startsWith("multipart/form-data") ? multipart(request) : Optional.empty();
    }

    /** A field as text in UTF-8; null if there is none. */
    @Nullable
    String text(String name) {
        return text(name, "utf-8");
    }

    @Nullable
    String text(String name, @Nullable String charset) {
        byte[] bytes = fields.get(name);
        return bytes == null ? null : Charsets.decode(bytes, charset);
    }

    private static MailForm encoded(String body) {
        Map<String, byte[]> fields = new HashMap<>();
        int start = 0;
        while (start < body.length() && fields.size() < MOST_PARTS) {
            int end = body.indexOf('&', start);
            String pair = body.substring(start, end < 0 ? body.length() : end);
            int equals = pair.indexOf('=');
            if (equals > 0) {
                String name = new String(decoded(pair.substring(0, equals)), UTF_8);
                fields.putIfAbsent(name, decoded(pair.substring(equals + 1)));
            }
            start = end < 0 ? body.length() : end + 1;
        }
        return new MailForm(fields, List.of());
    }

    private static byte[] decoded(String value) {
        try {
            return URLDecoder.decode(value, ISO_8859_1).getBytes(ISO_8859_1);
        } catch (IllegalArgumentException notEncoded) {
            return value.getBytes(ISO_8859_1);
        }
    }

    private static Optional<MailForm> multipart(RawRequest request) {
        MailForm form = new MailForm(new HashMap<>(), new ArrayList<>());
        try {
            MimeTokenStream stream = new MimeTokenStream(MailParser.PERMISSIVE, new PartTypes());
            stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
            stream.parseHeadless(new ByteArrayInputStream(request.body()), request.contentType());
            PartFields fields = new PartFields();
            int parts = 0;
            for (EntityState state = stream.getState();
                    state != EntityState.T_END_OF_STREAM && parts < MOST_PARTS;
                    state = stream.next()) {
                if (state == EntityState.T_START_HEADER) {
                    fields = new PartFields();
                    // A part that calls itself a multipart is still one field of this form.
                    stream.setRecursionMode(RecursionMode.M_FLAT);
                    parts++;
                } else if (state == EntityState.T_FIELD) {
                    fields.add(stream.getField());
                } else if (state == EntityState.T_BODY) {
                    form.add(fields, stream.getBodyDescriptor().getMimeType(), stream.getDecodedInputStream());
                }
            }
        } catch (IOException | MimeException | RuntimeException brokenOff) {
            // What was read until then is the form; a provider sends whole ones.
            return form.fields().isEmpty() ? Optional.empty() : Optional.of(form);
        }
        return form.fields().isEmpty() ? Optional.empty() : Optional.of(form);
    }

    private void add(PartFields part, String mediaType, InputStream body) throws IOException {
        String name = part.formField();
        byte[] bytes = body.readAllBytes();
        if (part.fileName() != null) {
            files.add(new Attachment(part.fileName(), mediaType.toLowerCase(Locale.ROOT), (long) bytes.length));
        } else if (name != null) {
            fields.putIfAbsent(name, bytes);
        }
    }

    @Override
    public String toString() {
        return "MailForm[" + fields.size() + " fields, " + files.size() + " files]";
    }
}
