package org.feedbackloop.event;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import java.time.LocalDate;

/** Reads a day from {@code 2026-03-02} alone: a number might count days or be a year, and a time belongs to a zone. */
final class DateFromText extends FromStringDeserializer<LocalDate> {

    private static final long serialVersionUID = 1L;

    DateFromText() {
        super(LocalDate.class);
    }

    @Override
    protected LocalDate _deserialize(String text, DeserializationContext context) {
        return LocalDate.parse(text);
    }
}
