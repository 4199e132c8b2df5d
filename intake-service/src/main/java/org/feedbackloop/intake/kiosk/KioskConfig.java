package org.feedbackloop.intake.kiosk;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feedbackloop.event.v1.RatingScale;
import org.feedbackloop.intake.page.PageLanguage;

/** The terminals. Each shows the page at {@code /kiosk/} and its name: small letters, digits and hyphens. */
@ConfigMapping(prefix = "intake.kiosks")
interface KioskConfig {

    @WithParentName
    Map<String, Kiosk> kiosks();

    /** One screen. */
    interface Kiosk {

        /** The branch that it stands in. */
        String shop();

        /** Its name or number in the shop; the name of the page, if missing. */
        Optional<String> terminal();

        /** Who the visitor speaks to; shown on the page and kept with the feedback. */
        @WithDefault("Feedback Loop")
        String brand();

        /** {@code smiley} or {@code stars}. */
        @WithDefault("smiley")
        RatingScale scale();

        /** Language tags, the usual one first; all that there are, if missing. */
        Optional<List<PageLanguage>> languages();

        /** The question by language tag; in every language of the terminal, or in none. */
        Map<PageLanguage, String> question();

        /** A path in the product tree that every answer is about. */
        Optional<String> category();

        /** How long nobody may touch the screen before it starts anew; at least three seconds. */
        @WithDefault("20s")
        Duration idle();
    }
}
