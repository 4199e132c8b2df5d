package org.feedbackloop.intake.channel.mail;

import java.util.Locale;
import java.util.Set;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.field.LenientFieldParser;
import org.apache.james.mime4j.message.DefaultBodyDescriptorBuilder;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.BodyDescriptorBuilder;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.RawField;
import org.jspecify.annotations.Nullable;

/**
 * Tells the library's reader of mails which fields it may look into: those that it needs to tell parts apart, unless they were
 * made to keep it busy. It looks up the charset of each encoded word in them, and takes long for charsets that do not exist.
 */
final class PartTypes implements BodyDescriptorBuilder {

    private static final Set<String> NEEDED = Set.of("content-type", "content-transfer-encoding");
    private static final int LONGEST = 20_000;
    private static final int MOST_ENCODED_WORDS = 50;

    private final BodyDescriptorBuilder builder;

    PartTypes() {
        this(new DefaultBodyDescriptorBuilder(null, LenientFieldParser.getParser(), DecodeMonitor.SILENT));
    }

    private PartTypes(BodyDescriptorBuilder builder) {
        this.builder = builder;
    }

    /** Whether a field is as people's mailers write it. */
    static boolean isHonest(Field field) {
        if (!(field instanceof RawField raw) || raw.getRaw() == null) {
            return field.getBody() == null || field.getBody().length() <= LONGEST;
        }
        int length = raw.getRaw().length();
        int words = 0;
        for (int i = 1; i < length && length <= LONGEST; i++) {
            words += raw.getRaw().byteAt(i) == '?' && raw.getRaw().byteAt(i - 1) == '=' ? 1 : 0;
        }
        return length <= LONGEST && words <= MOST_ENCODED_WORDS;
    }

    /** Null, so that the field stays as it is for who reads it next. */
    @Override
    public @Nullable Field addField(RawField field) throws MimeException {
        if (NEEDED.contains(field.getName().strip().toLowerCase(Locale.ROOT)) && isHonest(field)) {
            builder.addField(field);
        }
        return null;
    }

    @Override
    public void reset() {
        builder.reset();
    }

    @Override
    public BodyDescriptor build() {
        return builder.build();
    }

    @Override
    public BodyDescriptorBuilder newChild() {
        return new PartTypes(builder.newChild());
    }
}
