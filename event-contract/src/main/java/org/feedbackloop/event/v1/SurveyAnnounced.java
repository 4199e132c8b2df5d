package org.feedbackloop.event.v1;

import java.util.Objects;

/**
 * A survey provider says that somebody has answered, and not what: the answers are yet to be fetched. intake-service
 * writes these for itself, so that an announcement it has taken is not lost with the process that took it.
 *
 * @param provider for example {@code surveymonkey}
 * @param integration the name of the webhook that brought it
 * @param brand the brand or site that asked
 * @param survey the provider's id of the survey
 * @param response the provider's id of the response
 */
public record SurveyAnnounced(String provider, String integration, String brand, String survey, String response) {

    public SurveyAnnounced {
        Objects.requireNonNull(provider, "provider is missing");
        Objects.requireNonNull(integration, "integration is missing");
        Objects.requireNonNull(brand, "brand is missing");
        Objects.requireNonNull(survey, "survey is missing");
        Objects.requireNonNull(response, "response is missing");
    }
}
