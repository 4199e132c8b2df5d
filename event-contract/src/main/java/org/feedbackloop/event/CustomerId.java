package org.feedbackloop.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The person or company behind one or more contact points. */
public record CustomerId(@JsonValue UUID value) implements Comparable<CustomerId> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CustomerId {}

    /** @throws IllegalArgumentException if the text is no UUID */
    public static CustomerId parse(String text) {
        return new CustomerId(UUID.fromString(text));
    }

    /** The CustomerId that an event gives rise to: the same at every retry and replay. */
    public static CustomerId from(EventId cause) {
        return new CustomerId(cause.value());
    }

    @Override
    public int compareTo(CustomerId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
