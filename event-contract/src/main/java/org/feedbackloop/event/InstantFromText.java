package org.feedbackloop.event;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import java.time.Instant;

/** Reads a time from RFC 3339 alone: of a bare number nobody can tell whether it counts seconds or milliseconds. */
final class InstantFromText extends FromStringDeserializer<Instant> {

    private static final long serialVersionUID = 1L;

    InstantFromText() {
        super(Instant.class);
    }

    @Override
    protected Instant _deserialize(String text, DeserializationContext context) {
        return Instant.parse(text);
    }
}
