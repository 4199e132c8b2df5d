package org.feedbackloop.local;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for things that announce nothing: a port that opens, a process of somebody else's that ends. */
final class Waiting {

    private static final long STEP_MILLIS = 50;

    private Waiting() {}

    /** Whether the condition came true within the limit. */
    static boolean until(Duration limit, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end >= 0) {
                return false;
            }
            try {
                Thread.sleep(STEP_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
