package org.feedbackloop.routing.access;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells the keys that are agreed from the one that is only good enough for a developer's own machine. */
class AccessWiring {

    private static final Set<String> LOCAL_PROFILES = Set.of("local", "dev", "test");

    @Produces
    @Singleton
    Writers writers(AccessConfig config) {
        boolean local = LOCAL_PROFILES.containsAll(ConfigUtils.getProfiles());
        Optional<List<String>> hashes = config.keySha256();
        if (hashes.isEmpty()) {
            return local ? Writers.withLocalKey() : Writers.of(List.of());
        }
        Writers writers = Writers.of(hashes.get());
        if (!local && writers.include(Writers.LOCAL_KEY)) {
            throw new IllegalStateException("the key local-key opens a developer's own machine alone: take it out of "
                    + "routing.access.key-sha256");
        }
        return writers;
    }

    /** What is wrong with the keys is told at the start. */
    void start(@Observes StartupEvent event, Writers writers) {}
}
