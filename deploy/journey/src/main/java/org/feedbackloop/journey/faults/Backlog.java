package org.feedbackloop.journey.faults;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What is still on its way, by the place where it waits. */
final class Backlog {

    private final Map<String, Long> waiting = new LinkedHashMap<>();

    void add(String place, long number) {
        waiting.merge(place, number, Long::sum);
    }

    boolean isEmpty() {
        return waiting.values().stream().allMatch(number -> number == 0);
    }

    @Override
    public String toString() {
        return waiting.entrySet().stream()
                .filter(place -> place.getValue() > 0)
                .map(place -> place.getValue() + " in " + place.getKey())
                .collect(Collectors.joining(", "));
    }
}
