package org.feedbackloop.intake.page;

import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.feedbackloop.intake.access.LocalSecrets;

/** Gives the pages their secret. */
class PageWiring {

    @Produces
    @Singleton
    PageTokens pageTokens(PageConfig config) {
        return new PageTokens(
                LocalSecrets.checked("intake.pages.secret", config.secret(), ConfigUtils.getProfiles()),
                config.shortestFill(),
                config.longestOpen());
    }
}
