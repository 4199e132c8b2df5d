package org.feedbackloop.journey.bench;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/**
 * Posts that a server took, in one turn or in several, and what its process spent on them.
 *
 * @param latencies in nanoseconds, one for each post
 * @param cpu of all the threads of the process
 */
record Work(Histogram latencies, Duration elapsed, long records, Duration cpu) {

    /**
     * Figures count only for work that was done: every post accepted, every record accepted in the topic.
     *
     * @param published how many records the load left in the server's topic
     * @throws BrokenBench if the server refused a post, or accepted a record that is not there
     */
    static Work verified(String server, Load load, int recordsEach, long published, Duration cpu) {
        if (load.refusals().count() > 0) {
            throw new BrokenBench(server + " refused " + load.refusals().count() + " of " + load.posts() + " posts: "
                    + load.refusals());
        }
        long accepted = load.posts() * recordsEach;
        if (published != accepted) {
            throw new BrokenBench(server + " accepted " + accepted + " records and published " + published);
        }
        return new Work(load.latencies(), load.elapsed(), accepted, cpu);
    }

    Work plus(Work later) {
        Histogram both = latencies.copy();
        both.add(later.latencies);
        return new Work(both, elapsed.plus(later.elapsed), records + later.records, cpu.plus(later.cpu));
    }

    Figures figures() {
        long posts = latencies.getTotalCount();
        double seconds = elapsed.toNanos() / 1e9;
        return new Figures(
                posts / seconds,
                records / seconds,
                latencies.getValueAtPercentile(50) / 1e6,
                latencies.getValueAtPercentile(99) / 1e6,
                cpu.toNanos() / 1e3 / posts);
    }
}
