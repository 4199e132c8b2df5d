package org.feedbackloop.intake.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A body as browsers send forms, {@code application/x-www-form-urlencoded} in UTF-8: every field, in its order, also those of
 * equal name. Read strictly, for signatures are made over what is read here: two bodies of different sense must not become one.
 *
 * @param fields in the order of the body
 */
public record FormBody(List<Field> fields) {

    public FormBody {
        fields = List.copyOf(fields);
    }

    /** One field, decoded. Redacts itself when printed. */
    public record Field(String name, String value) {
        @Override
        public String toString() {
            return "Field[" + name + "]";
        }
    }

    /** Empty if the bytes are not encoded as they must be. */
    public static Optional<FormBody> parse(byte[] body) {
        List<Field> fields = new ArrayList<>();
        try {
            for (int start = 0; start < body.length; ) {
                int end = indexOf('&', body, start, body.length);
                int equals = indexOf('=', body, start, end);
                if (end > start) {
                    fields.add(new Field(decoded(body, start, equals), decoded(body, Math.min(equals + 1, end), end)));
                }
                start = end + 1;
            }
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
        return Optional.of(new FormBody(fields));
    }

    /** The value of the first field of this name. */
    public @Nullable String first(String name) {
        for (Field field : fields) {
            if (field.name().equals(name)) {
                return field.value();
            }
        }
        return null;
    }

    private static int indexOf(char wanted, byte[] body, int start, int end) {
        int i = start;
        while (i < end && body[i] != wanted) {
            i++;
        }
        return i;
    }

    private static String decoded(byte[] body, int start, int end) throws CharacterCodingException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(end - start);
        for (int i = start; i < end; i++) {
            if (body[i] == '%') {
                bytes.write(16 * digit(body, i + 1, end) + digit(body, i + 2, end));
                i += 2;
            } else {
                bytes.write(body[i] == '+' ? ' ' : body[i]);
            }
        }
        return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())).toString();
    }

    private static int digit(byte[] body, int i, int end) throws CharacterCodingException {
        int digit = i < end && body[i] > 0 ? Character.digit(body[i], 16) : -1;
        if (digit < 0) {
            throw new CharacterCodingException();
        }
        return digit;
    }

    @Override
    public String toString() {
        return "FormBody[" + fields.size() + " fields]";
    }
}
