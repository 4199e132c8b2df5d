package org.feedbackloop.intake.channel.survey;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.feedbackloop.intake.channel.ProviderAdapter;
import org.feedbackloop.intake.channel.ProviderJson;
import org.feedbackloop.intake.channel.RawRequest;
import org.feedbackloop.intake.channel.SelfWiring;
import org.feedbackloop.intake.channel.Signatures;
import org.feedbackloop.intake.draft.Adapted;
import org.feedbackloop.intake.draft.Adapted.SetAside;
import org.feedbackloop.intake.draft.Normaliser;
import org.feedbackloop.intake.draft.SurveyDraft;
import org.jspecify.annotations.Nullable;

/**
 * Surveys by SurveyMonkey. Its callback says that somebody answered, and not what: the answers are fetched later, elsewhere.
 *
 * <p>It signs with two of its secrets at once, so the one that is agreed with us is {@code <api key>&<client secret>}.
 */
@SelfWiring
public final class SurveyMonkeyAdapter implements ProviderAdapter {

    /** They are put into the address that the answers are fetched from. */
    private static final Pattern ID = Pattern.compile("[0-9A-Za-z_-]{1,64}");

    private final Normaliser normaliser;

    public SurveyMonkeyAdapter(Normaliser normaliser) {
        this.normaliser = normaliser;
    }

    @Override
    public String address() {
        return "survey/surveymonkey";
    }

    @Override
    public boolean isAuthentic(RawRequest request, String secret) {
        return Signatures.equal(Signatures.hmacSha1Base64(secret, request.body()), request.header("Sm-Signature"));
    }

    /** It looks whether somebody is there before it takes an address, and asks for no word that only we could know. */
    @Override
    public Optional<Reply> greet(RawRequest request, String verifyToken) {
        return Optional.of(new Reply("text/plain", "ok"));
    }

    @Override
    public Adapted adapt(RawRequest request) {
        return ProviderJson.read(request.body(), event -> switch (event.path("event_type")
                .asText()) {
            case "response_completed", "response_updated" -> announced(event, request.receivedAt());
            default -> Adapted.nothing(new SetAside(SetAside.UNKNOWN_KIND, "This is no answered survey."));
        });
    }

    private Adapted announced(JsonNode event, Instant receivedAt) {
        String survey = id(event.path("resources").path("survey_id"));
        String response = id(event.path("object_id"));
        if (survey == null || response == null) {
            return Adapted.nothing(new SetAside(SetAside.EMPTY, "It does not say which response of which survey."));
        }
        Instant time = normaliser
                .beginUnmended(receivedAt)
                .pastTime("event_datetime", ProviderJson.text(event.path("event_datetime")));
        return Adapted.of(new SurveyDraft("surveymonkey", survey, response, time == null ? receivedAt : time));
    }

    private static @Nullable String id(JsonNode value) {
        String id = ProviderJson.text(value);
        return id != null && ID.matcher(id).matches() ? id : null;
    }
}
