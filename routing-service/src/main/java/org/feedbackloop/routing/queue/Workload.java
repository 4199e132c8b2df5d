package org.feedbackloop.routing.queue;

import java.util.OptionalInt;

/** How much work waits in each queue. A hint: some seconds old, and counted by others. */
@FunctionalInterface
public interface Workload {

    /** Nobody has counted. */
    Workload UNKNOWN = queue -> OptionalInt.empty();

    /** How many cases are open there; empty where that is not known. */
    OptionalInt openCases(String queue);
}
