package org.feedbackloop.intake.channel.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.RawBody;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.jspecify.annotations.Nullable;

/** What the headers of one part say about it besides its media type. */
final class PartFields {

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
        return dispositionName.equals("form-data") ? orNull(disposition.get("name")) : null;
    }

    /** By RFC 2231, RFC 2047 or neither, in the header where it belongs or the one where it once stood. */
    @Nullable
    String fileName() {
        String name = orNull(disposition.get("filename"));
        return name == null ? orNull(type.get("name")) : name;
    }

    private static String parse(Field field, Map<String, String> into) {
        if (!(field instanceof RawField raw) || !PartTypes.isHonest(field)) {
            return "";
        }
        RawBody body = RawFieldParser.DEFAULT.parseRawBody(raw);
        Map<String, Sections> continued = new TreeMap<>();
        for (NameValuePair pair : body.getParams()) {
            String name = pair.getName().toLowerCase(Locale.ROOT);
            String value = pair.getValue();
            int asterisk = name.indexOf('*');
            if (value != null && asterisk < 0) {
                into.putIfAbsent(name, readable(value));
            } else if (value != null) {
                continued
                        .computeIfAbsent(name.substring(0, asterisk), base -> new Sections())
                        .add(name.substring(asterisk + 1), value);
            }
        }
        // Who writes a name in both ways writes it worse in the old one.
        continued.forEach((name, sections) -> into.put(name, sections.text()));
        return body.getValue() == null ? "" : body.getValue();
    }

    /**
     * A parameter that RFC 2231 lets be cut into sections and written in any charset. Ours because the library's own reading
     * takes a time that grows with the square of the length, and fails at charsets that it does not know.
     */
    private static final class Sections {

        private static final int MOST = 100;

        private final Map<Integer, byte[]> byNumber = new TreeMap<>();
        private @Nullable String charset;

        /** @param mark what stands behind the first asterisk of the name: {@code 0}, {@code 0*} or nothing */
        void add(String mark, String value) {
            boolean isEncoded = mark.isEmpty() || mark.endsWith("*");
            String digits = mark.replace("*", "");
            if (byNumber.size() >= MOST
                    || digits.length() > 3
                    || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return;
            }
            int number = digits.isEmpty() ? 0 : Integer.parseInt(digits);
            int language = isEncoded && number == 0 ? value.indexOf('\'') : -1;
            int text = language < 0 ? -1 : value.indexOf('\'', language + 1);
            if (text >= 0) {
                charset = value.substring(0, language);
            }
            byte[] bytes = value.substring(text + 1).getBytes(ISO_8859_1);
            byNumber.putIfAbsent(number, isEncoded ? decoded(bytes) : bytes);
        }

        String text() {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            byNumber.values().forEach(all::writeBytes);
            return Charsets.decode(all.toByteArray(), charset);
        }

        private static byte[] decoded(byte[] raw) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length);
            for (int i = 0; i < raw.length; i++) {
                int high = raw[i] == '%' && i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
                int low = high < 0 ? -1 : Character.digit(raw[i + 2], 16);
                bytes.write(low < 0 ? raw[i] : 16 * high + low);
                i += low < 0 ? 0 : 2;
            }
            return bytes.toByteArray();
        }
    }

    private static @Nullable String orNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** The library takes raw bytes for Latin-1, one by one, so that they can be had back. */
    private static String readable(String value) {
        boolean raw = value.chars().anyMatch(c -> c > 0x7f) && value.chars().allMatch(c -> c <= 0xff);
        return EncodedWords.decode(raw ? Charsets.decode(value.getBytes(ISO_8859_1), null) : value);
    }
}
