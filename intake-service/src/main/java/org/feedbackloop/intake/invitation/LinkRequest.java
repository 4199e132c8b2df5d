package org.feedbackloop.intake.invitation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.event.v1.FeedbackRejected.FieldProblem;
import org.feedbackloop.intake.draft.Adapted;
import org.feedbackloop.intake.draft.Draft;
import org.feedbackloop.intake.draft.FeedbackDraft;
import org.feedbackloop.intake.draft.Normaliser;
import org.feedbackloop.intake.problem.Problem;
import org.feedbackloop.intake.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for a link says this.
 *
 * @param survey its name
 * @param customerNumber of the customer; or their {@code email}, or their {@code phone}
 * @param language that the customer is spoken to in
 * @param validDays how long the link can be used, 1 to 3650
 */
record LinkRequest(
        @Nullable String survey,
        @Nullable String customerNumber,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String language,
        @Nullable Integer validDays) {

    /** @throws Refusal if there is no such survey, or the customer cannot be named so */
    Invitation invitation(Surveys surveys, Normaliser normaliser, Instant now, Duration usualValidity) {
        if (survey == null || surveys.named(survey).isEmpty()) {
            throw refusal("survey", "must be the name of a survey that is configured");
        }
        if (validDays != null && (validDays < 1 || validDays > 3650)) {
            throw refusal("validDays", "must be 1 to 3650");
        }
        FeedbackDraft named = named(survey, normaliser, now);
        if (named.contacts().size() != 1) {
            throw refusal("customerNumber", "must be there, or else email or phone: one of the three");
        }
        Duration validity = validDays == null ? usualValidity : Duration.ofDays(validDays);
        return new Invitation(survey, named.contacts().get(0), named.language(), now.plus(validity));
    }

    /** In the normal form that the answer will have too. */
    private FeedbackDraft named(String known, Normaliser normaliser, Instant now) {
        Adapted adapted = normaliser
                .begin(now)
                .channel(Channel.SURVEY)
                .customerNumber("customerNumber", customerNumber)
                .email("email", email)
                .phone("phone", phone)
                .language("language", language)
                .text("survey", known)
                .outcome("survey");
        Draft draft = adapted.fold(all -> all.drafts().get(0), problem -> {
            throw new Refusal(problem);
        });
        return (FeedbackDraft) draft;
    }

    private static Refusal refusal(String field, String reason) {
        return new Refusal(Problem.invalidFeedback(List.of(new FieldProblem(field, reason))));
    }

    @Override
    public String toString() {
        return "LinkRequest[" + survey + "]";
    }
}
