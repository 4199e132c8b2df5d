package org.feedbackloop.crm;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** How the tests of this service wait for what it does in its own time. */
public final class Patience {

    /** A machine may be busy with other things; nothing waits this long unless it is broken. */
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private Patience() {}

    /** Instead of Awaitility's own, which gives up after ten seconds. */
    public static ConditionFactory await() {
        return Awaitility.await().atMost(LIMIT);
    }
}
