package org.feedbackloop.routing.opinion;

/**
 * How much may be asked.
 *
 * @param callsPerMinute in any minute, from 1 to 6000
 * @param callsAtOnce from 1 to 64
 */
record Budget(int callsPerMinute, int callsAtOnce) {

    Budget {
        require("calls-per-minute", callsPerMinute, 6_000);
        require("calls-at-once", callsAtOnce, 64);
    }

    private static void require(String name, int calls, int most) {
        if (calls < 1 || calls > most) {
            throw new IllegalArgumentException(
                    "routing.second-opinion." + name + " is from 1 to " + most + ", not " + calls);
        }
    }
}
