package org.feedbackloop.journey.bench;

import java.io.PrintStream;

/** One thing that is measured against its peers. */
public interface Scenario {

    /** What people type to run it. */
    String name();

    /**
     * Measures and prints. Takes minutes.
     *
     * @throws BrokenBench if what was measured did not do its work
     */
    void run(PrintStream out) throws Exception;
}
