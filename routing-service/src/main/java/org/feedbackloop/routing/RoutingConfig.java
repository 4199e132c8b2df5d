package org.feedbackloop.routing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** What of this service can be set. */
@ConfigMapping(prefix = "routing")
interface RoutingConfig {

    /**
     * The rules document that holds until somebody changes the rules, YAML in UTF-8; without it, the rules for a shop that
     * this service ships with. Read once, at the start; a document with anything wrong in it keeps the service from
     * starting. Once {@code routing.rules.v1} has a change, that is what counts.
     */
    Optional<Path> rulesFile();

    /**
     * Whether feedback is read. If not, all of it goes to the general queue as it is: for measuring what reading costs, and
     * for nothing else.
     */
    @WithDefault("true")
    boolean classification();
}
