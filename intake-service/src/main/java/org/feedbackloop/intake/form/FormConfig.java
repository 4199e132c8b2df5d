package org.feedbackloop.intake.form;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the hosted pages show themselves. */
@ConfigMapping(prefix = "intake.form")
interface FormConfig {

    /** Who the visitor speaks to; shown on the page and kept with the feedback. */
    @WithDefault("Feedback Loop")
    String brand();
}
