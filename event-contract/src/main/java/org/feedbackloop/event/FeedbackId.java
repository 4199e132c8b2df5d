package org.feedbackloop.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One thing a customer said, through one channel, at one time. Equal to the id of its {@code feedback.received} event. */
public record FeedbackId(@JsonValue UUID value) implements Comparable<FeedbackId> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FeedbackId {}

    /** @throws IllegalArgumentException if the text is no UUID */
    public static FeedbackId parse(String text) {
        return new FeedbackId(UUID.fromString(text));
    }

    /** The FeedbackId that an event gives rise to: the same at every retry and replay. */
    public static FeedbackId from(EventId cause) {
        return new FeedbackId(cause.value());
    }

    @Override
    public int compareTo(FeedbackId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
