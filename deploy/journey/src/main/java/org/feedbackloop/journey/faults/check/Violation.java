package org.feedbackloop.journey.faults.check;

/**
 * A promise that was not kept.
 *
 * @param rule the promise, as the check that found it is called
 * @param what about which post, feedback, customer or mail, by its id
 */
public record Violation(String rule, String what) {

    @Override
    public String toString() {
        return rule + ": " + what;
    }
}
