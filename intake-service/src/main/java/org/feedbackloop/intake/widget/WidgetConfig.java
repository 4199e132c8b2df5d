package org.feedbackloop.intake.widget;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** Where the widget may stand. */
@ConfigMapping(prefix = "intake.widget")
interface WidgetConfig {

    /**
     * The origins of the websites, separated by commas: scheme, host and, if it is not the usual one, port; {@code *} in place
     * of the port stands for any. For example {@code https://www.example.org,http://127.0.0.1:*}. Without it, none.
     */
    Optional<List<String>> origins();
}
