package org.feedbackloop.journey.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The short seed; {@code ./feedback faults} is the long one. */
class FaultsJourneyTest {

    @Test
    void no_fault_loses_doubles_or_reorders_anything() throws Exception {
        FaultRun run = new FaultRun(350, Duration.ofSeconds(50), 2, Path.of("target/faults-stack"));

        assertThat(run.run(System.out)).isEmpty();
    }
}
