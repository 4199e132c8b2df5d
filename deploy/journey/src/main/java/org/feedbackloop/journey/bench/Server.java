package org.feedbackloop.journey.bench;

import java.time.Duration;

/** Who is measured: where it takes posts, where its records arrive, and the process that pays for it. */
record Server(String name, int port, String topic, ProcessHandle process) {

    /** What its process has spent so far, in all its threads. */
    Duration cpuTime() {
        return process.info()
                .totalCpuDuration()
                .orElseThrow(() -> new BrokenBench("The CPU time of " + name + " cannot be read"));
    }
}
