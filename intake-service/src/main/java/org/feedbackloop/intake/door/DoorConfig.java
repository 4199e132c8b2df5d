package org.feedbackloop.intake.door;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What may come in, and under which address it does. */
@ConfigMapping(prefix = "intake.door")
interface DoorConfig {

    /**
     * Our address as senders know it, without a path: {@code https://feedback.example.org}. Some providers sign it, so behind
     * a proxy it must be the proxy's.
     */
    @WithDefault("http://127.0.0.1:${quarkus.http.port}")
    String publicUrl();

    Limits limits();

    /** How much may come in at once. What is larger is answered with 413. */
    interface Limits {

        /** Of every body that no other limit is for, in bytes. */
        @WithDefault("64K")
        MemorySize body();

        /** Of the body of a batch, in bytes. Must stay below {@code quarkus.rest.input-buffer-size}. */
        @WithDefault("1M")
        MemorySize batch();

        /** Of what a provider delivers at once, in bytes. */
        @WithDefault("1M")
        MemorySize provider();

        /** Of a mail with all that is attached, in bytes, however it is delivered. */
        @WithDefault("20M")
        MemorySize mail();

        /**
         * Of all mails larger than {@code provider} that are being taken at the same time, in bytes. One whose length is not
         * declared counts as the largest that is allowed. What goes beyond is answered with 503 and {@code Retry-After}. Not less
         * than {@code mail}, or the service does not start.
         */
        @WithDefault("64M")
        MemorySize mailAtOnce();
    }
}
