package org.feedbackloop.routing.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.feedbackloop.routing.queue.Queue;
import org.feedbackloop.routing.reading.Names;

/** The skills that a document asks for. What nobody can do is more often a misspelt word than a want of people. */
final class AskedSkills {

    private final List<Asked> asked = new ArrayList<>();

    String asked(Place place) {
        String skill = place.as(AskedSkills::name);
        asked.add(new Asked(skill, place));
        return skill;
    }

    static String name(String text) {
        return Names.require(text, "a skill");
    }

    /** Notes in the document each skill that is asked for and that no queue has. */
    void requireHadBy(List<Queue> queues, Place document) {
        Set<String> had = new TreeSet<>();
        queues.forEach(queue -> had.addAll(queue.skills()));
        asked.forEach(one -> document.section(() -> one.requireAmong(had)));
    }

    private record Asked(String skill, Place place) {

        String requireAmong(Set<String> had) {
            if (!had.contains(skill)) {
                throw place.refused("no queue has the skill " + skill + Spelling.hint(skill, had, "known"));
            }
            return skill;
        }
    }
}
