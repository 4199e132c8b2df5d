package org.feedbackloop.intake.surveyfetch;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.feedbackloop.event.v1.RatingScale;
import org.feedbackloop.intake.channel.ProviderJson;
import org.feedbackloop.intake.channel.survey.AnsweredSurvey;
import org.feedbackloop.intake.draft.Adapted;
import org.feedbackloop.intake.draft.Normalisation;
import org.feedbackloop.intake.draft.Normaliser;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/**
 * Reads the details of a response as SurveyMonkey writes them, with {@code simple=true}: page by page and question by question,
 * in words.
 *
 * <p>Whoever makes the survey can have it know the visitor, by custom variables in its address: {@code email}, {@code phone},
 * {@code name}, {@code customer_number} and {@code lang}.
 */
final class SurveyMonkeyAnswers {

    private static final int LONGEST_HEADING = 5_000;

    private final Normaliser normaliser;
    private final Map<String, RatingScale> scales;

    /** @param scales by the id of the question */
    SurveyMonkeyAnswers(Normaliser normaliser, Map<String, RatingScale> scales) {
        this.normaliser = normaliser;
        this.scales = Map.copyOf(scales);
    }

    /** @param survey what to call it */
    Adapted read(byte[] details, String survey, Instant occurredAt, Instant receivedAt) {
        return ProviderJson.read(details, response -> {
            Normalisation normal = normaliser.beginUnmended(receivedAt).occurredAt(occurredAt);
            AnsweredSurvey answered = new AnsweredSurvey(normal);
            for (JsonNode page : response.path("pages")) {
                for (JsonNode question : page.path("questions")) {
                    question(answered, question);
                }
            }
            person(response, normal, answered);
            return answered.outcome(survey);
        });
    }

    private void question(AnsweredSurvey answered, JsonNode question) {
        List<JsonNode> answers = StreamSupport.stream(question.path("answers").spliterator(), false)
                .toList();
        answered.answer(
                heading(question),
                answers.stream()
                        .map(SurveyMonkeyAnswers::said)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(", ")));
        switch (question.path("family").asText()) {
            case "open_ended" -> answers.forEach(answer -> written(answered, question, answer));
            case "demographic" -> answers.forEach(answer -> contact(answered, said(answer)));
            default -> answers.forEach(answer -> chosen(answered, question, answer));
        }
    }

    private static void written(AnsweredSurvey answered, JsonNode question, JsonNode answer) {
        switch (question.path("subtype").asText()) {
            case "essay" -> answered.words(said(answer));
            case "single" -> answered.line(said(answer));
            default -> {
                // Several lines, numbers and dates say too little alone.
            }
        }
    }

    /** Name and address stand in it in any order; an e-mail address shows what it is. */
    private static void contact(AnsweredSurvey answered, @Nullable String said) {
        if (said != null && said.indexOf('@') > 0) {
            answered.email(said);
        }
    }

    /** A choice may have a weight, and beside the choices there may be room to write. */
    private void chosen(AnsweredSurvey answered, JsonNode question, JsonNode answer) {
        if (answer.has("other_id")) {
            answered.words(ProviderJson.text(answer.path("text")));
        }
        RatingScale scale = scales.get(question.path("id").asText());
        String weight = ProviderJson.text(answer.path("choice_metadata").path("weight"));
        if (scale != null && weight != null && weight.matches("[0-9]{1,2}")) {
            answered.score(scale, Integer.parseInt(weight));
        }
    }

    private static @Nullable String said(JsonNode answer) {
        String simple = ProviderJson.text(answer.path("simple_text"));
        return simple == null ? ProviderJson.text(answer.path("text")) : simple;
    }

    /** Whoever makes a survey may write headings in HTML. */
    private static @Nullable String heading(JsonNode question) {
        String heading = ProviderJson.text(question.path("heading"));
        return heading == null
                ? null
                : Jsoup.parse(heading.substring(0, Math.min(heading.length(), LONGEST_HEADING)))
                        .text();
    }

    private static void person(JsonNode response, Normalisation normal, AnsweredSurvey answered) {
        JsonNode told = response.path("custom_variables");
        JsonNode contact = response.path("metadata").path("contact");
        answered.email(ProviderJson.text(told.path("email")))
                .email(ProviderJson.text(response.path("email_address")))
                .email(ProviderJson.text(contact.path("email").path("value")))
                .phone(ProviderJson.text(told.path("phone")));
        String name = ProviderJson.text(told.path("name"));
        normal.customerName("name", name == null ? fullName(response, contact) : name)
                .customerNumber("customer_number", ProviderJson.text(told.path("customer_number")))
                .language("lang", ProviderJson.text(told.path("lang")));
    }

    private static String fullName(JsonNode response, JsonNode contact) {
        return Stream.of("first_name", "last_name")
                .map(part -> response.path(part).asText().isBlank()
                        ? contact.path(part).path("value").asText()
                        : response.path(part).asText())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
    }
}
