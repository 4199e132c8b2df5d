package org.feedbackloop.intake.door;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much may come in at once. What is larger is answered with 413. */
@ConfigMapping(prefix = "intake.limits")
interface DoorConfig {

    /** Of every body but a batch, in bytes. */
    @WithDefault("64K")
    MemorySize body();

    /** Of the body of a batch, in bytes. Must stay below {@code quarkus.rest.input-buffer-size}. */
    @WithDefault("1M")
    MemorySize batch();
}
