package org.feedbackloop.intake.publish;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How feedback is handed to the broker. */
@ConfigMapping(prefix = "intake.publish")
interface PublishConfig {

    /**
     * The secret of the contact hash: 32 characters or more, the same on all replicas, and kept for good. There is none by
     * default outside of a developer's own machine.
     */
    String contactHashSecret();

    /** How long the broker may take to acknowledge before the caller is told to try again. At least one second. */
    @WithDefault("10s")
    Duration acknowledgementLimit();
}
