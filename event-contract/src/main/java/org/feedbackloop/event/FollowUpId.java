package org.feedbackloop.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One message that we want to send. */
public record FollowUpId(@JsonValue UUID value) implements Comparable<FollowUpId> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FollowUpId {}

    /** @throws IllegalArgumentException if the text is no UUID */
    public static FollowUpId parse(String text) {
        return new FollowUpId(UUID.fromString(text));
    }

    /** The FollowUpId that an event gives rise to: the same at every retry and replay. */
    public static FollowUpId from(EventId cause) {
        return new FollowUpId(cause.value());
    }

    @Override
    public int compareTo(FollowUpId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
