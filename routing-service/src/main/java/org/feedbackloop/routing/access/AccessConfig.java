package org.feedbackloop.routing.access;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** Who may change the rules. */
@ConfigMapping(prefix = "routing.access")
interface AccessConfig {

    /**
     * The SHA-256 of each key that lets somebody change the rules or try others out, in hex, as {@code printf %s "$KEY" |
     * sha256sum} prints it. Several, so that a key can be replaced without a gap. Without any, the rules stay as they are
     * (403), but for a local start, where {@code local-key} is the key.
     */
    Optional<List<String>> keySha256();
}
