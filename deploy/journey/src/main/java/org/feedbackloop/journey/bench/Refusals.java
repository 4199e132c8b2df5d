package org.feedbackloop.journey.bench;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Answers that did not accept what was posted. */
final class Refusals {

    private final Map<Integer, Long> byStatus = new TreeMap<>();
    private @Nullable Answer first;

    void add(Answer answer) {
        byStatus.merge(answer.status(), 1L, Long::sum);
        if (first == null) {
            first = answer;
        }
    }

    long count() {
        return byStatus.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many of which status, and what the first said. The bodies posted are invented, so it may be printed. */
    @Override
    public String toString() {
        return first == null
                ? "none"
                : byStatus + ", the first: " + first.body().lines().limit(1).toList();
    }
}
