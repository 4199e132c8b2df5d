package org.feedbackloop.journey.faults.check;

import java.util.stream.Stream;

/** One promise. */
@FunctionalInterface
interface Check {

    /** Every instance of its being broken, in words that name what it was broken for. */
    Stream<String> breaches(Evidence evidence);
}
