package org.feedbackloop.routing.load;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What can be set about the counting of open cases. */
@ConfigMapping(prefix = "routing.load")
interface LoadConfig {

    /**
     * How far back the changes of cases are read at a start, such as {@code 14d}: a case that was opened before and has not
     * changed since is not counted. The longer, the longer a start is without counts. With {@code 0s} nothing is counted,
     * and no queue ever overflows.
     */
    @WithDefault("14d")
    Duration history();
}
