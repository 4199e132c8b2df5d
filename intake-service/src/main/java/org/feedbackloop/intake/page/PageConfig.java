package org.feedbackloop.intake.page;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What holds for all pages that customers fill in. */
@ConfigMapping(prefix = "intake.pages")
interface PageConfig {

    /**
     * What the tokens of pages are signed with: 32 characters or more, the same on all replicas. Pages that are open while it
     * changes are to be sent once more.
     */
    @WithDefault("${intake.surveys.secret}")
    String secret();

    /** Who sends a form or the widget sooner than this after it was shown is taken for a machine. */
    @WithDefault("2s")
    Duration shortestFill();

    /** A form that was open for longer than this is shown again, with what was typed, to be sent once more. */
    @WithDefault("24h")
    Duration longestOpen();
}
