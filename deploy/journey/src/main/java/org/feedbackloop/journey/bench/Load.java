package org.feedbackloop.journey.bench;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/** What became of the posts of one turn. Latencies in nanoseconds, those of refused posts among them. */
record Load(Histogram latencies, Duration elapsed, Refusals refusals) {

    long posts() {
        return latencies.getTotalCount();
    }
}
