package org.feedbackloop.intake.channel.survey;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
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
 * Surveys by Delighted: one score, and often a comment some minutes later. The comment comes as an update of the response, with
 * the score again. Each state of a response is one feedback, and all of them are one conversation.
 */
@SelfWiring
public final class DelightedAdapter implements ProviderAdapter {

    private final Normaliser normaliser;

    public DelightedAdapter(Normaliser normaliser) {
        this.normaliser = normaliser;
    }

    @Override
    public String address() {
        return "survey/delighted";
    }

    @Override
    public boolean isAuthentic(RawRequest request, String secret) {
        return Signatures.equal(
                "sha256=" + Signatures.hmacSha256Hex(secret, request.body()),
                request.header("X-Delighted-Webhook-Signature"));
    }

    @Override
    public Adapted adapt(RawRequest request) {
        return ProviderJson.read(request.body(), event -> switch (event.path("event_type")
                .asText()) {
            case "survey_response.created", "survey_response.updated" ->
                answered(event.path("event_data"), normaliser.beginUnmended(request.receivedAt()));
            default -> Adapted.nothing(new SetAside(SetAside.UNKNOWN_KIND, "This is no answered survey."));
        });
    }

    private static Adapted answered(JsonNode response, Normalisation normal) {
        String id = ProviderJson.text(response.path("id"));
        normal.messageId("id", MessageIds.of(id, ProviderJson.text(response.path("updated_at"))))
                .conversation("id", id)
                .occurredAt(ProviderJson.seconds(response.path("updated_at")));
        person(response.path("person"), response.path("person_properties"), normal);
        AnsweredSurvey survey = new AnsweredSurvey(normal)
                .email(ProviderJson.text(response.path("person").path("email")))
                .phone(ProviderJson.text(response.path("person").path("phone_number")))
                .words(ProviderJson.text(response.path("comment")));
        score(survey, type(response), response.path("score"));
        for (JsonNode more : response.path("additional_answers")) {
            additional(survey, more.path("question"), more.path("value"));
        }
        return survey.outcome(type(response));
    }

    private static void person(JsonNode person, JsonNode properties, Normalisation normal) {
        normal.customerName("person.name", ProviderJson.text(person.path("name")))
                .customerNumber("customer_number", ProviderJson.text(properties.path("customer_number")))
                .language("locale", ProviderJson.text(properties.path("locale")))
                .product("question_product_name", ProviderJson.text(properties.path("question_product_name")));
    }

    /** What it does not say it did not say when NPS was all that there was. */
    private static String type(JsonNode response) {
        String type = ProviderJson.text(response.path("survey_type"));
        return type == null ? "nps" : type.toLowerCase(Locale.ROOT);
    }

    private static void score(AnsweredSurvey survey, String type, JsonNode score) {
        if (!score.isIntegralNumber() || !score.canConvertToInt()) {
            return;
        }
        survey.answer(type, score.asText());
        scale(type).ifPresent(known -> survey.score(known, score.asInt()));
    }

    /** Efforts, thumbs and those scales that have three steps are kept as answers: they are none of ours. */
    private static Optional<RatingScale> scale(String type) {
        return Optional.ofNullable(
                switch (type) {
                    case "nps", "enps" -> RatingScale.NPS;
                    case "csat" -> RatingScale.CSAT;
                    case "smileys" -> RatingScale.SMILEY;
                    case "stars", "stars_five", "five_star" -> RatingScale.STARS;
                    default -> null;
                });
    }

    private static void additional(AnsweredSurvey survey, JsonNode question, JsonNode value) {
        String freely = ProviderJson.text(value.path("free_response"));
        survey.answer(ProviderJson.text(question.path("text")), freely == null ? chosen(value) : freely)
                .words(freely);
    }

    private static @Nullable String chosen(JsonNode value) {
        JsonNode many = value.path("select_many");
        if (many.isArray()) {
            return StreamSupport.stream(many.spliterator(), false)
                    .map(choice -> choice.path("text").asText())
                    .collect(Collectors.joining(", "));
        }
        String one = ProviderJson.text(value.path("select_one").path("text"));
        return one == null ? ProviderJson.text(value.path("scale")) : one;
    }
}
