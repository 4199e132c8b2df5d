package org.feedbackloop.intake.invitation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feedbackloop.event.v1.RatingScale;
import org.feedbackloop.intake.page.PageLanguage;

/** Surveys of our own, at {@code /surveys/} and a token. */
@ConfigMapping(prefix = "intake.surveys")
interface SurveyConfig {

    /**
     * What links are signed with: 32 characters or more, the same on all replicas. With another one, all links that were sent
     * lead nowhere. There is none by default outside of a developer's own machine.
     */
    String secret();

    /** What a link begins with: our address as customers know it, without a slash at its end. */
    @WithDefault("${intake.door.public-url}")
    String publicUrl();

    /** How long a link can be used, where who makes it does not say. */
    @WithDefault("60d")
    Duration validity();

    /** The surveys by name: small letters, digits and hyphens. */
    Map<String, Definition> definitions();

    /** One survey. */
    interface Definition {

        /** {@code nps}, {@code csat} or {@code stars}. */
        RatingScale kind();

        /** Who asks; shown on the page and kept with the feedback. */
        @WithDefault("Feedback Loop")
        String brand();

        /** Language tags; all that there are, if missing. */
        Optional<List<PageLanguage>> languages();

        /** The question by language tag; in every language of the survey, or in none. */
        Map<PageLanguage, String> question();

        /** A path in the product tree that every answer is about. */
        Optional<String> category();
    }
}
