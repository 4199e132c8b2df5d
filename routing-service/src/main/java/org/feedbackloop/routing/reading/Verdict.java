package org.feedbackloop.routing.reading;

import java.util.List;
import java.util.function.Function;
import org.feedbackloop.event.v1.Finding;

/**
 * What one step decided, and why.
 *
 * @param confidence 0 (a guess) to 1 (declared)
 * @param evidence what in the rules or in the fields led to it; never the customer's own words
 * @param rule the rule that decided
 */
public record Verdict<V>(V value, double confidence, List<String> evidence, String rule) {

    /** More would bury the reader, and make an event of a long letter longer than the letter. */
    private static final int SHOWN_EVIDENCE = 8;

    public Verdict {
        evidence = evidence.stream().limit(SHOWN_EVIDENCE).toList();
    }

    /** As the event tells it. */
    public Finding finding(String step, Function<? super V, String> name) {
        return new Finding(step, name.apply(value), Math.round(confidence * 100) / 100.0, evidence, rule);
    }
}
