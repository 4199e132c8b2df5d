package org.feedbackloop.intake.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
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

    /**
     * The file that lists the webhooks agreed with providers and their secrets, in the form that {@link Webhooks} describes;
     * read again within a second after it changes. Without it no provider may come in, but for a local start, where {@code
     * local-secret} is the secret of every provider.
     */
    Optional<Path> webhooksFile();

    /** Those who come to a public page, without a key. */
    Visitors visitors();

    /** How much one address may send to all pages together; each replica counts for itself. */
    interface Visitors {

        /** In the long run. At least 1. */
        @WithDefault("30")
        long perMinute();

        /** At once, after a time of silence: a shop's terminals may have kept some answers. At least 1. */
        @WithDefault("60")
        long burst();
    }
}
