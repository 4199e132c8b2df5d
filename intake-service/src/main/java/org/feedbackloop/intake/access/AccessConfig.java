package org.feedbackloop.intake.access;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Who may come in. */
@ConfigMapping(prefix = "intake.access")
interface AccessConfig {

    /**
     * The file that lists the hashes of the API keys, in the form that {@link ApiKeys} describes; read again within a
     * second after it changes. Needed for every start but a local one, where without it {@code local-key} opens all.
     */
    Optional<Path> keysFile();
}
