package org.feedbackloop.routing.rules;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The names of each kind that a document gives, sound or not: what refers to something that is wrong elsewhere is not to blame
 * for it, and of a kind whose section cannot be read at all nothing can be said.
 */
final class GivenNames {

    private final Map<String, Set<String>> given = new HashMap<>();

    void give(String kind, Set<String> names) {
        given.put(kind, Set.copyOf(names));
    }

    /** @throws IllegalArgumentException if the document gives no such name */
    String require(String kind, String name) {
        Set<String> known = given.get(kind);
        if (known == null) {
            throw RulesRefused.alreadyTold();
        }
        if (!known.contains(name)) {
            throw new IllegalArgumentException(
                    "there is no " + kind + " " + name + Spelling.hint(name, known, "known"));
        }
        return name;
    }

    /**
     * The thing of that name.
     *
     * @throws IllegalArgumentException if the document gives no such name
     */
    <T> T oneOf(String kind, String name, Map<String, T> sound) {
        T thing = sound.get(require(kind, name));
        if (thing == null) {
            throw RulesRefused.alreadyTold();
        }
        return thing;
    }

    boolean areAllOf(String kind, int sound) {
        return given.getOrDefault(kind, Set.of()).size() == sound;
    }
}
