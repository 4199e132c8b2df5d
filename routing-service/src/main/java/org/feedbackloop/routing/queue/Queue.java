package org.feedbackloop.routing.queue;

import java.util.Set;
import java.util.regex.Pattern;
import org.feedbackloop.routing.language.Language;

/**
 * A place where consultants take up feedback.
 *
 * @param name as it stands in addresses: lower-case letters, digits and hyphens
 * @param categories the branches of the product tree that it answers for, with all below them
 * @param languages those its consultants speak; empty where they can have anything translated
 * @param calendar when they work
 */
public record Queue(String name, Set<String> categories, Set<Language> languages, WorkingCalendar calendar) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public Queue {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a queue is named in lower-case letters, digits and hyphens");
        }
        categories = Set.copyOf(categories);
        languages = Set.copyOf(languages);
    }

    boolean speaks(Language language) {
        return languages.isEmpty() || languages.contains(language);
    }

    boolean answersFor(String category) {
        for (String branch = category; !branch.isEmpty(); branch = parent(branch)) {
            if (categories.contains(branch)) {
                return true;
            }
        }
        return false;
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }
}
