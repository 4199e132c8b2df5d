package org.feedbackloop.routing.queue;

import java.util.Set;
import org.feedbackloop.routing.category.Category;
import org.feedbackloop.routing.language.Language;
import org.feedbackloop.routing.reading.Names;
import org.jspecify.annotations.Nullable;

/**
 * A place where consultants take up feedback.
 *
 * @param name as it stands in addresses: lower-case letters, digits and hyphens
 * @param categories the branches of the product tree that it answers for, with all below them
 * @param languages those its consultants speak; empty where they can have anything translated
 * @param skills what they can do that not everybody can
 * @param calendar when they work
 * @param capacity how many open cases they can have at once; a hint, none where it is not limited
 * @param overflow the queue that gets what comes while this one has as many, or more
 * @param fallback the queue that gets what is for this one and in a language that it does not speak
 */
public record Queue(
        String name,
        Set<String> categories,
        Set<Language> languages,
        Set<String> skills,
        WorkingCalendar calendar,
        @Nullable Integer capacity,
        @Nullable String overflow,
        @Nullable String fallback) {

    public Queue {
        Names.require(name, "a queue");
        if (capacity != null && capacity < 1) {
            throw new IllegalArgumentException("the capacity of a queue is 1 or more");
        }
        if (overflow != null && capacity == null) {
            throw new IllegalArgumentException("a queue that overflows has a capacity");
        }
        categories = Set.copyOf(categories);
        languages = Set.copyOf(languages);
        skills = Set.copyOf(skills);
    }

    /** Takes all there is for its categories, however much. */
    public Queue(String name, Set<String> categories, Set<Language> languages, WorkingCalendar calendar) {
        this(name, categories, languages, Set.of(), calendar, null, null, null);
    }

    /** @param language none where there are no words to be read */
    boolean speaks(@Nullable Language language) {
        return language == null || languages.isEmpty() || languages.contains(language);
    }

    boolean can(Skill skill) {
        return skills.contains(skill.name());
    }

    boolean answersFor(String category) {
        for (String branch = category; !branch.isEmpty(); branch = Category.above(branch)) {
            if (categories.contains(branch)) {
                return true;
            }
        }
        return false;
    }

    /** Whether whatever is for that queue could be answered here: in its languages, and with what its consultants can do. */
    public boolean canStandInFor(Queue other) {
        boolean speaksAll =
                languages.isEmpty() || (!other.languages.isEmpty() && languages.containsAll(other.languages));
        return speaksAll && skills.containsAll(other.skills);
    }
}
