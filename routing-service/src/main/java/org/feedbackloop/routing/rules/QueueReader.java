package org.feedbackloop.routing.rules;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.feedbackloop.routing.queue.Queue;
import org.feedbackloop.routing.queue.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/** Reads the queues, and holds them against each other: what one passes on must arrive somewhere, and be answered there. */
final class QueueReader {

    private final AnsweredLanguages languages;
    private final GivenNames names;
    private final Map<String, WorkingCalendar> calendars;
    private final Map<String, Queue> queues = new LinkedHashMap<>();

    QueueReader(AnsweredLanguages languages, GivenNames names, Map<String, WorkingCalendar> calendars) {
        this.languages = languages;
        this.names = names;
        this.calendars = calendars;
    }

    List<Queue> queues(Place section) {
        List<Queue> inOrder = section.each(this::queue);
        section.each(this::requireSound);
        return inOrder;
    }

    /** The queue that takes what no other does. */
    Queue general(Place place) {
        Queue general = place.as(text -> names.oneOf("queue", text, queues));
        if (!general.languages().isEmpty()) {
            throw place.refused("the fallback must take every language");
        }
        if (general.fallback() != null) {
            throw place.refused("the fallback of all cannot have one of its own");
        }
        return general;
    }

    private Queue queue(Place place) {
        var fields = fieldsOf(place);
        String name = fields.required("name").text();
        Queue queue = place.whole(() -> new Queue(
                name,
                fields.optional("categories")
                        .map(list -> Set.copyOf(list.each(item -> item.as(path -> names.require("category", path)))))
                        .orElse(Set.of()),
                fields.optional("languages")
                        .map(list -> Set.copyOf(list.each(item -> languages.named(item.text(), item))))
                        .orElse(Set.of()),
                fields.optional("skills")
                        .map(list -> Set.copyOf(list.each(item -> item.as(AskedSkills::name))))
                        .orElse(Set.of()),
                fields.required("calendar").as(text -> names.oneOf("calendar", text, calendars)),
                fields.optional("capacity").map(text -> text.as(Texts::number)).orElse(null),
                fields.optional("overflow").map(Place::text).orElse(null),
                fields.optional("fallback").map(Place::text).orElse(null)));
        if (queues.putIfAbsent(name, queue) != null) {
            throw place.refused(name + " is there twice");
        }
        return queue;
    }

    private static Place.Fields fieldsOf(Place place) {
        return place.fields(
                "name", "categories", "languages", "skills", "calendar", "capacity", "overflow", "fallback");
    }

    /** Of what a queue says about others, which may stand after it. */
    private Queue requireSound(Place place) {
        var fields = fieldsOf(place);
        Queue queue = fields.required("name").as(text -> names.oneOf("queue", text, queues));
        fields.optional("overflow").ifPresent(at -> {
            Queue overflow = at.as(text -> names.oneOf("queue", text, queues));
            requireEnd(queue, Queue::overflow, at);
            if (!overflow.canStandInFor(queue)) {
                throw at.refused("queue " + overflow.name() + " lacks a language or a skill of queue " + queue.name());
            }
        });
        fields.optional("fallback").ifPresent(at -> {
            at.as(text -> names.oneOf("queue", text, queues));
            requireEnd(queue, Queue::fallback, at);
        });
        return queue;
    }

    private void requireEnd(Queue from, Function<Queue, @Nullable String> next, Place place) {
        Set<String> passed = new HashSet<>();
        for (Queue queue = from; queue != null; ) {
            if (!passed.add(queue.name())) {
                throw place.refused("goes round in a circle: " + queue.name() + " comes back to itself");
            }
            String name = next.apply(queue);
            queue = name == null ? null : queues.get(name);
        }
    }
}
