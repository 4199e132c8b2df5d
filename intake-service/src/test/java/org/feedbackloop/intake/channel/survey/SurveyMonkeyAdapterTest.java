package org.feedbackloop.intake.channel.survey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import org.feedbackloop.intake.Adapting;
import org.feedbackloop.intake.SampleTally;
import org.feedbackloop.intake.SharedSamples;
import org.feedbackloop.intake.channel.ProviderAdapter.Reply;
import org.feedbackloop.intake.draft.Adapted.SetAside;
import org.feedbackloop.intake.draft.SurveyDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SurveyMonkeyAdapterTest {

    private static final SurveyMonkeyAdapter ADAPTER = new SurveyMonkeyAdapter(Adapting.NORMALISER);

    @Test
    void a_completed_survey_is_announced() {
        assertThat(Adapting.draft(ADAPTER::adapt, Adapting.request(sample("completed"))))
                .isEqualTo(new SurveyDraft("surveymonkey", "400100", "700200", Instant.parse("2026-03-02T09:00:00Z")));
    }

    @Test
    void who_did_not_belong_to_those_asked_is_set_aside() {
        assertThat(Adapting.setAside(ADAPTER, Adapting.request(sample("disqualified")))
                        .reason())
                .isEqualTo(SetAside.UNKNOWN_KIND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../users/me", "7%2F", "7?x=1", "7\\n"})
    void an_id_that_would_lead_elsewhere_is_none(String id) {
        byte[] body = ("{\"event_type\":\"response_completed\",\"object_id\":\"" + id
                        + "\",\"resources\":{\"survey_id\":\"1\"}}")
                .getBytes(UTF_8);

        assertThat(Adapting.setAside(ADAPTER, Adapting.request(body)).reason()).isEqualTo(SetAside.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-999999999-01-01T00:00:00Z", "2999-01-01T00:00:00Z", "yesterday"})
    void a_time_that_cannot_be_is_now(String time) {
        byte[] body = ("{\"event_type\":\"response_updated\",\"object_id\":7,\"resources\":{\"survey_id\":1},"
                        + "\"event_datetime\":\"" + time + "\"}")
                .getBytes(UTF_8);

        assertThat(Adapting.draft(ADAPTER::adapt, Adapting.request(body)))
                .isEqualTo(new SurveyDraft("surveymonkey", "1", "7", Adapting.NOW));
    }

    @Test
    void who_only_looks_whether_we_are_there_is_greeted() {
        assertThat(ADAPTER.greet(Adapting.request(new byte[0]), "")).contains(new Reply("text/plain", "ok"));
    }

    @Test
    void the_sample_of_the_provider_is_taken() throws IOException {
        SampleTally tally = new SampleTally(ADAPTER);

        var taken = tally.take(Adapting.request(
                Files.readAllBytes(SharedSamples.require("webhooks/surveymonkey/response_completed.json"))));

        tally.print();
        assertThat(taken.drafts())
                .containsExactly(new SurveyDraft(
                        "surveymonkey", "123456789", "987654321", Instant.parse("2026-01-21T10:30:00Z")));
    }

    private static byte[] sample(String name) {
        return Adapting.sample("survey/surveymonkey/" + name + ".json");
    }
}
