package org.feedbackloop.routing.harm;

import java.util.List;
import org.feedbackloop.event.v1.Priority;
import org.feedbackloop.routing.obligation.Duty;
import org.feedbackloop.routing.reading.Names;
import org.jspecify.annotations.Nullable;

/**
 * A kind of harm, and what is done about it.
 *
 * @param kind for example {@code injury}
 * @param words phrases of any language that tell of it
 * @param unless longer phrases that have such words in them and mean nothing of the kind
 * @param priority at least
 * @param supervisor whether it goes before a supervisor at once
 * @param skill what a consultant must be able to do to answer; none where anybody can
 * @param duty what is owed whatever the type; none where that is as without harm
 */
public record Harm(
        String kind,
        List<String> words,
        List<String> unless,
        Priority priority,
        boolean supervisor,
        @Nullable String skill,
        @Nullable Duty duty) {

    public Harm {
        Names.require(kind, "a kind of harm");
        words = List.copyOf(words);
        unless = List.copyOf(unless);
    }
}
