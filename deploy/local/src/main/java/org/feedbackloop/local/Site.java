package org.feedbackloop.local;

import java.nio.file.Path;

/** Where a stack stands: the build it runs, the folder of everything it keeps, its ports, and who cleans up after it. */
record Site(Checkout checkout, Path state, Ports ports, Guardian guardian) {

    Site(Checkout checkout, Path state, Ports ports) {
        this(checkout, state, ports, new Guardian(state.resolve("guardian.log")));
    }

    Path logs() {
        return state.resolve("logs");
    }

    Path log(String part) {
        return logs().resolve(part + ".log");
    }

    PidFile pidFile(String part) {
        return new PidFile(pids(state).resolve(part));
    }

    static Path pids(Path state) {
        return state.resolve("pids");
    }
}
