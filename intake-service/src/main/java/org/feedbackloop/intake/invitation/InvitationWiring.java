package org.feedbackloop.intake.invitation;

import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.feedbackloop.intake.access.LocalSecrets;
import org.feedbackloop.intake.invitation.SurveyConfig.Definition;
import org.feedbackloop.intake.page.PageLanguage;

/** Makes the surveys that are configured, and what their links are signed with. */
class InvitationWiring {

    @Produces
    @Singleton
    Surveys surveys(SurveyConfig config) {
        return new Surveys(config.definitions().entrySet().stream()
                .map(survey -> survey(survey.getKey(), survey.getValue()))
                .toList());
    }

    @Produces
    @Singleton
    SurveyLinks surveyLinks(SurveyConfig config) {
        return new SurveyLinks(
                LocalSecrets.checked("intake.surveys.secret", config.secret(), ConfigUtils.getProfiles()));
    }

    private static Survey survey(String name, Definition survey) {
        return new Survey(
                name,
                survey.kind(),
                survey.brand(),
                survey.languages().orElse(List.of(PageLanguage.values())),
                survey.question(),
                survey.category().orElse(null));
    }
}
