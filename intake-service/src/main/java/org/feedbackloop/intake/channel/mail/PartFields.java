package org.feedbackloop.intake.channel.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.RawBody;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.util.MimeParameterMapping;
import org.jspecify.annotations.Nullable;

/** What the headers of one part say about it besides its media type. */
final class PartFields {

    private static final int LONGEST = 20_000;

    private final Map<String, String> disposition = new TreeMap<>();
    private final Map<String, String> type = new TreeMap<>();
    private String dispositionName = "";

    void add(Field field) {
        String name = field.getName().strip().toLowerCase(Locale.ROOT);
        if (name.equals("content-disposition")) {
            dispositionName = parse(field, disposition).strip().toLowerCase(Locale.ROOT);
        } else if (name.equals("content-type")) {
            parse(field, type);
        }
    }

    boolean declaresCharset() {
        return type.containsKey("charset");
    }

    boolean isAttachment() {
        return dispositionName.equals("attachment");
    }

    /** The name of a form's field, where the part is one. */
    @Nullable
    String formField() {
        return dispositionName.equals("form-data") ? readable(disposition.get("name")) : null;
    }

    /** By RFC 2231, RFC 2047 or neither, in the header where it belongs or the one where it once stood. */
    @Nullable
    String fileName() {
        String name = readable(disposition.get("filename"));
        return name == null ? readable(type.get("name")) : name;
    }

    private static String parse(Field field, Map<String, String> into) {
        if (!(field instanceof RawField raw) || raw.getRaw() != null && raw.getRaw().length() > LONGEST) {
            return "";
        }
        RawBody body = RawFieldParser.DEFAULT.parseRawBody(raw);
        MimeParameterMapping parameters = new MimeParameterMapping();
        for (NameValuePair pair : body.getParams()) {
            if (pair.getValue() != null) {
                parameters.addParameter(pair.getName(), pair.getValue());
            }
        }
        parameters.getParameters().forEach((name, value) -> {
            if (value != null) {
                into.putIfAbsent(name.toLowerCase(Locale.ROOT), value);
            }
        });
        return body.getValue() == null ? "" : body.getValue();
    }

    /** The library takes raw bytes for Latin-1, one by one, so that they can be had back. */
    private static @Nullable String readable(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        boolean raw = value.chars().anyMatch(c -> c > 0x7f) && value.chars().allMatch(c -> c <= 0xff);
        return EncodedWords.decode(raw ? Charsets.decode(value.getBytes(ISO_8859_1), null) : value)
                .strip();
    }
}
