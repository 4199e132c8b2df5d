package org.feedbackloop.event.v1;

import java.util.Objects;

/**
 * An address that reaches somebody, in normal form: e-mail in lower case, phone as E.164.
 *
 * <p>Redacts itself when printed.
 *
 * @param value 1 to 320 characters
 */
public record Contact(ContactKind kind, String value) {

    public Contact {
        Objects.requireNonNull(kind, "contact kind is missing");
        Objects.requireNonNull(value, "contact value is missing");
        if (value.isBlank() || value.length() > 320) {
            throw new IllegalArgumentException("contact value must have 1 to 320 characters");
        }
    }

    @Override
    public String toString() {
        return kind.wireName() + ":***";
    }
}
