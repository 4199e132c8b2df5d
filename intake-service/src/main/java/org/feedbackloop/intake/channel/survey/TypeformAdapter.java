package org.feedbackloop.intake.channel.survey;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.feedbackloop.event.v1.RatingScale;
import org.feedbackloop.intake.channel.MessageIds;
import org.feedbackloop.intake.channel.ProviderAdapter;
import org.feedbackloop.intake.channel.ProviderJson;
import org.feedbackloop.intake.channel.RawRequest;
import org.feedbackloop.intake.channel.SelfWiring;
import org.feedbackloop.intake.channel.Signatures;
import org.feedbackloop.intake.draft.Adapted;
import org.feedbackloop.intake.draft.Adapted.SetAside;
import org.feedbackloop.intake.draft.Normalisation;
import org.feedbackloop.intake.draft.Normaliser;
import org.jspecify.annotations.Nullable;

/**
 * Forms by Typeform. The questions come with the answers, each with an id that the answers name.
 *
 * <p>Whoever makes the form can have it know the visitor, by hidden fields in its address: {@code email}, {@code phone}, {@code
 * name}, {@code customer_number} and {@code lang}.
 */
@SelfWiring
public final class TypeformAdapter implements ProviderAdapter {

    private final Normaliser normaliser;

    public TypeformAdapter(Normaliser normaliser) {
        this.normaliser = normaliser;
    }

    @Override
    public String address() {
        return "survey/typeform";
    }

    @Override
    public boolean isAuthentic(RawRequest request, String secret) {
        return Signatures.equal(
                "sha256=" + Signatures.hmacSha256Base64(secret, request.body()), request.header("Typeform-Signature"));
    }

    @Override
    public Adapted adapt(RawRequest request) {
        return ProviderJson.read(
                request.body(),
                event -> event.path("event_type").asText().equals("form_response")
                        ? answered(event.path("form_response"), normaliser.beginUnmended(request.receivedAt()))
                        : Adapted.nothing(new SetAside(SetAside.UNKNOWN_KIND, "This is no answered form.")));
    }

    private static Adapted answered(JsonNode response, Normalisation normal) {
        normal.messageId("token", MessageIds.of(ProviderJson.text(response.path("token"))))
                .occurredAt("submitted_at", ProviderJson.text(response.path("submitted_at")));
        AnsweredSurvey survey = new AnsweredSurvey(normal);
        Map<String, JsonNode> questions = questions(response.path("definition"));
        for (JsonNode answer : response.path("answers")) {
            String id = answer.path("field").path("id").asText();
            answer(survey, questions.getOrDefault(id, answer.path("field")), answer);
        }
        hidden(response.path("hidden"), normal, survey);
        String title = ProviderJson.text(response.path("definition").path("title"));
        return survey.outcome(title == null ? ProviderJson.text(response.path("form_id")) : title);
    }

    /** By id. Questions may stand in groups. */
    private static Map<String, JsonNode> questions(JsonNode definition) {
        Map<String, JsonNode> byId = new HashMap<>();
        for (JsonNode field : definition.path("fields").findParents("title")) {
            byId.put(field.path("id").asText(), field);
        }
        return byId;
    }

    private static void answer(AnsweredSurvey survey, JsonNode question, JsonNode answer) {
        String said = said(answer);
        String title = ProviderJson.text(question.path("title"));
        survey.answer(title == null ? ProviderJson.text(question.path("ref")) : title, said);
        switch (answer.path("field").path("type").asText()) {
            case "long_text" -> survey.words(said);
            case "short_text" -> survey.line(said);
            case "email" -> survey.email(said);
            case "phone_number" -> survey.phone(said);
            default -> score(survey, question.path("properties"), answer);
        }
    }

    /**
     * An opinion scale has as many steps as its maker likes, so it counts where they are told. Stars do unless they are told
     * not to be five, which is how many the form's editor begins with.
     */
    private static void score(AnsweredSurvey survey, JsonNode properties, JsonNode answer) {
        JsonNode number = answer.path("number");
        if (!number.canConvertToInt() || !number.isIntegralNumber()) {
            return;
        }
        int steps = properties.path("steps").asInt();
        boolean fromOne = properties.path("start_at_one").asBoolean();
        switch (answer.path("field").path("type").asText()) {
            case "nps" -> survey.score(RatingScale.NPS, number.asInt());
            case "rating" -> {
                if (steps == 0 || steps == 5) {
                    survey.score(RatingScale.STARS, number.asInt());
                }
            }
            case "opinion_scale" -> {
                if (steps == 11 && !fromOne) {
                    survey.score(RatingScale.NPS, number.asInt());
                } else if (steps == 5 && fromOne) {
                    survey.score(RatingScale.CSAT, number.asInt());
                }
            }
            default -> {
                // A number that was asked for is no score.
            }
        }
    }

    /** As text. Of a payment the amount alone: the rest is nobody's here. */
    private static @Nullable String said(JsonNode answer) {
        String type = answer.path("type").asText();
        JsonNode value = answer.path(type);
        return switch (type) {
            case "choice" -> choice(value);
            case "choices" ->
                StreamSupport.stream(value.path("labels").spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(", ", "", other(value)));
            case "payment" -> ProviderJson.text(value.path("amount"));
            default -> value.isValueNode() && !value.isNull() ? value.asText() : null;
        };
    }

    private static @Nullable String choice(JsonNode value) {
        String label = ProviderJson.text(value.path("label"));
        return label == null ? ProviderJson.text(value.path("other")) : label;
    }

    private static String other(JsonNode value) {
        String other = ProviderJson.text(value.path("other"));
        return other == null ? "" : (value.path("labels").isEmpty() ? "" : ", ") + other;
    }

    private static void hidden(JsonNode hidden, Normalisation normal, AnsweredSurvey survey) {
        survey.email(ProviderJson.text(hidden.path("email"))).phone(ProviderJson.text(hidden.path("phone")));
        normal.customerName("name", ProviderJson.text(hidden.path("name")))
                .customerNumber("customer_number", ProviderJson.text(hidden.path("customer_number")))
                .language("lang", ProviderJson.text(hidden.path("lang")));
    }
}
