package org.feedbackloop.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The work that meets one obligation. */
public record CaseId(@JsonValue UUID value) implements Comparable<CaseId> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CaseId {}

    /** @throws IllegalArgumentException if the text is no UUID */
    public static CaseId parse(String text) {
        return new CaseId(UUID.fromString(text));
    }

    /** The CaseId that an event gives rise to: the same at every retry and replay. */
    public static CaseId from(EventId cause) {
        return new CaseId(cause.value());
    }

    @Override
    public int compareTo(CaseId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
