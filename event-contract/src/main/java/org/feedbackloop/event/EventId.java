package org.feedbackloop.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.uuid.Generators;
import java.util.UUID;

/**
 * Names one event, for ever: a retry of the same cause carries the same id, which is how a consumer knows it has seen it.
 *
 * <p>Ids are name-based UUIDs (version 5, RFC 9562) wherever a cause can be named.
 */
public record EventId(@JsonValue UUID value) implements Comparable<EventId> {

    /** Under which all names of this system are made; changing it would give every retry in flight a new id. */
    private static final UUID NAMESPACE = UUID.fromString("6a1f6d0e-5f0b-5f3e-9c3a-1f9a4d2b7c10");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EventId {}

    /** The id that this name always gets. Parts are kept apart, so that {@code (ab, c)} and {@code (a, bc)} differ. */
    public static EventId named(String first, String... more) {
        StringBuilder name =
                new StringBuilder(64).append(first.length()).append(':').append(first);
        for (String part : more) {
            name.append(part.length()).append(':').append(part);
        }
        return new EventId(Generators.nameBasedGenerator(NAMESPACE).generate(name.toString()));
    }

    /** An id for what no retry can name. */
    public static EventId random() {
        return new EventId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException if the text is no UUID */
    public static EventId parse(String text) {
        return new EventId(UUID.fromString(text));
    }

    /** The id of what follows from this event, told apart by a word for each thing that follows. */
    public EventId derive(String what) {
        return named(value.toString(), what);
    }

    @Override
    public int compareTo(EventId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
