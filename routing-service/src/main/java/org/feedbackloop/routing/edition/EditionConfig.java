package org.feedbackloop.routing.edition;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Which editions of the rules this service follows. */
@ConfigMapping(prefix = "routing.rules")
interface EditionConfig {

    /** The rule set: the key of its changes on {@code routing.rules.v1}. The same for all replicas. */
    @WithDefault("default")
    String name();
}
