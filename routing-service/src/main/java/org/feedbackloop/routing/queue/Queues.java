package org.feedbackloop.routing.queue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.feedbackloop.routing.language.Language;
import org.feedbackloop.routing.reading.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Finds the queue, from top to bottom of the rules: the first that has the skill that is asked for, answers for the category
 * and speaks the language; then one with the skill whatever it answers for; then one for the category without the skill.
 * Where such a queue is there and does not speak the language, its own fallback is next, and the general queue is last.
 * What has no words, anybody can read.
 *
 * <p>A queue that has more open cases than it can take passes on what comes, as long as one in its overflow has room.
 */
public final class Queues {

    private final Map<String, Queue> queues = new LinkedHashMap<>();
    private final Queue general;
    private final Workload workload;

    /** @param general takes every language */
    public Queues(List<Queue> queues, Queue general, Workload workload) {
        queues.forEach(queue -> this.queues.put(queue.name(), queue));
        this.general = general;
        this.workload = workload;
    }

    /** The same, as if nobody had counted. */
    public Queues regardlessOfLoad() {
        return new Queues(List.copyOf(queues.values()), general, Workload.UNKNOWN);
    }

    /**
     * @param language none where there are no words to be read
     * @param skill none where anybody can answer
     */
    public Verdict<Placement> of(String category, @Nullable Language language, @Nullable Skill skill) {
        List<String> evidence = new ArrayList<>();
        Found found = found(category, language, skill, evidence);
        Queue taking = withRoom(found.queue(), evidence);
        boolean isWhereItBelongs = taking.equals(found.queue());
        return new Verdict<>(
                new Placement(taking, isWhereItBelongs ? null : found.queue()),
                1,
                evidence,
                isWhereItBelongs ? found.rule() : "overflow");
    }

    private Found found(String category, @Nullable Language language, @Nullable Skill skill, List<String> evidence) {
        if (skill != null) {
            Found skilled = skilled(category, language, skill, evidence);
            if (skilled != null) {
                return skilled;
            }
        }
        Predicate<Queue> answers = queue -> queue.answersFor(category);
        Optional<Queue> queue = first(answers.and(it -> it.speaks(language)));
        if (queue.isPresent()) {
            evidence.add("category " + category);
            evidence.add(language == null ? "no words" : "language " + language);
            return new Found(queue.get(), "queue");
        }
        Found fallback = fallback(answers, language, evidence);
        if (fallback != null) {
            return fallback;
        }
        evidence.add("no queue for category " + category + in(language));
        return new Found(general, "fallback");
    }

    private @Nullable Found skilled(String category, @Nullable Language language, Skill skill, List<String> evidence) {
        Predicate<Queue> can = queue -> queue.can(skill);
        Predicate<Queue> canHere = can.and(queue -> queue.answersFor(category));
        Predicate<Queue> speaks = queue -> queue.speaks(language);
        Optional<Queue> queue = first(canHere.and(speaks)).or(() -> first(can.and(speaks)));
        if (queue.isPresent()) {
            evidence.add("skill " + skill.name() + " for " + skill.askedBy());
            evidence.add(language == null ? "no words" : "language " + language);
            return new Found(queue.get(), "skill");
        }
        evidence.add("no queue with skill " + skill.name() + in(language));
        Found fallback = fallback(canHere, language, evidence);
        return fallback == null ? fallback(can, language, evidence) : fallback;
    }

    /** The nearest of those that such a queue falls back on, if one of them speaks the language. */
    private @Nullable Found fallback(Predicate<Queue> of, @Nullable Language language, List<String> evidence) {
        for (Queue from : queues.values()) {
            Queue queue = of.test(from) ? next(from.fallback()) : null;
            while (queue != null && !queue.speaks(language)) {
                queue = next(queue.fallback());
            }
            if (queue != null) {
                evidence.add("queue " + from.name() + " does not take language " + language);
                evidence.add("its fallback is queue " + queue.name());
                return new Found(queue, "fallback");
            }
        }
        return null;
    }

    private static String in(@Nullable Language language) {
        return language == null ? "" : " in language " + language;
    }

    private Queue withRoom(Queue first, List<String> evidence) {
        for (Queue queue = first; ; ) {
            Integer capacity = queue.capacity();
            OptionalInt open = capacity == null ? OptionalInt.empty() : workload.openCases(queue.name());
            if (capacity == null || open.isEmpty() || open.getAsInt() < capacity) {
                return queue;
            }
            evidence.add("queue " + queue.name() + " is " + (open.getAsInt() > capacity ? "over" : "at")
                    + " its capacity: " + open.getAsInt() + " of " + capacity + " open");
            Queue next = next(queue.overflow());
            if (next == null) {
                // Moved about, it would wait no less.
                return first;
            }
            queue = next;
        }
    }

    private @Nullable Queue next(@Nullable String name) {
        return name == null ? null : queues.get(name);
    }

    private Optional<Queue> first(Predicate<Queue> that) {
        return queues.values().stream().filter(that).findFirst();
    }

    private record Found(Queue queue, String rule) {}
}
