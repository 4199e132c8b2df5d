package org.feedbackloop.intake.surveyfetch;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.feedbackloop.delivery.DeadLetterPublisher;
import org.feedbackloop.delivery.EventPublisher;
import org.feedbackloop.delivery.ReceivedRecords;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.EventId;
import org.feedbackloop.event.EventType;
import org.feedbackloop.event.FeedbackId;
import org.feedbackloop.event.Topics;
import org.feedbackloop.event.v1.FeedbackReceived;
import org.feedbackloop.event.v1.Rating;
import org.feedbackloop.event.v1.RatingScale;
import org.feedbackloop.event.v1.SurveyAnnounced;
import org.feedbackloop.intake.Adapting;
import org.feedbackloop.intake.ApiKeysTestResource;
import org.feedbackloop.intake.channel.survey.SurveySigning;
import org.feedbackloop.local.StackTestResource;
import org.feedbackloop.local.TopicReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Announcements, a provider that is there or not, and a real broker. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
@QuarkusTestResource(ApiKeysTestResource.class)
@QuarkusTestResource(SurveyMonkeyTestResource.class)
class SurveyFetchComponentTest {

    private static final Duration SOON = Duration.ofSeconds(40);
    private static final String DEAD_LETTERS = Topics.deadLetters(Topics.SURVEY_ANNOUNCED, "intake-service");

    /**
     * The first six open the circuit, for longer than it takes to blame an event: only who waits for the provider asks once
     * more.
     */
    private static final int ASKED_BY_WHO_WAITS = 7;

    WireMockServer surveyMonkey;

    @Inject
    EventPublisher publisher;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    private final String survey = number();

    /** Other tests fill the topic with very much else. */
    private final Instant begun = Instant.now();

    @AfterEach
    void forget() {
        surveyMonkey.resetAll();
    }

    @Test
    void an_announced_survey_becomes_feedback_with_its_answers() {
        String response = number();
        surveyMonkey.stubFor(details(response).willReturn(answers()));

        HttpResponse<String> answer = callBack(response);

        assertThat(answer.statusCode()).isEqualTo(200);
        FeedbackReceived feedback = onlyFeedback().data();
        assertThat(feedback.text()).startsWith("The glaze came off.");
        assertThat(feedback.rating()).isEqualTo(new Rating(RatingScale.NPS, 4));
        assertThat(feedback.integration()).isEqualTo("survey/surveymonkey");
        surveyMonkey.verify(getRequestedFor(urlPathEqualTo(path(response)))
                .withQueryParam("simple", equalTo("true"))
                .withHeader("Authorization", equalTo("Bearer " + SurveyMonkeyTestResource.TOKEN)));
    }

    @Test
    void a_callback_that_comes_again_leads_to_the_same_feedback() {
        String response = number();
        surveyMonkey.stubFor(details(response).willReturn(answers()));

        callBack(response);
        callBack(response);

        await().atMost(SOON).untilAsserted(() -> assertThat(feedback()).hasSize(2));
        assertThat(feedback().stream().map(Event::id).distinct()).hasSize(1);
    }

    @Test
    void a_provider_that_is_away_is_waited_for() {
        String response = number();
        surveyMonkey.stubFor(details(response).willReturn(aResponse().withStatus(503)));
        callBack(response);
        await().atMost(SOON)
                .until(() -> surveyMonkey
                                .findAll(getRequestedFor(urlPathEqualTo(path(response))))
                                .size()
                        >= ASKED_BY_WHO_WAITS);

        surveyMonkey.stubFor(details(response).willReturn(answers()));

        assertThat(onlyFeedback().data().text()).startsWith("The glaze came off.");
        assertThat(deadLettersOf(response)).isEmpty();
    }

    @Test
    void a_provider_that_is_busy_slow_or_breaks_off_is_asked_again() {
        String response = number();
        inTurn(
                response,
                aResponse().withStatus(429).withHeader("Retry-After", "1"),
                answers().withFixedDelay(1_500),
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
                answers());

        callBack(response);

        assertThat(onlyFeedback().data().text()).startsWith("The glaze came off.");
        assertThat(deadLettersOf(response)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 401})
    void a_response_that_is_not_to_be_had_is_a_dead_letter_and_its_neighbours_are_not(int status) {
        String gone = number();
        String before = number();
        String after = number();
        surveyMonkey.stubFor(details(gone).willReturn(aResponse().withStatus(status)));
        List.of(before, after)
                .forEach(there -> surveyMonkey.stubFor(details(there).willReturn(answers())));

        List.of(before, gone, after).forEach(this::announce);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(deadLettersOf(gone))
                        .singleElement()
                        .satisfies(letter -> assertThat(reason(letter)).contains("SurveyMonkey answers " + status)));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(feedback().stream().map(Event::causationId))
                        .contains(idOf(before), idOf(after))
                        .doesNotContain(idOf(gone)));
    }

    @Test
    void a_response_that_the_provider_fails_at_does_not_hold_up_its_neighbours_and_is_had_in_the_end() {
        String failing = number();
        String after = number();
        surveyMonkey.stubFor(details(failing).willReturn(aResponse().withStatus(500)));
        surveyMonkey.stubFor(details(after).willReturn(answers()));
        announce(failing);
        announce(after);
        assertThat(onlyFeedback().causationId()).isEqualTo(idOf(after));

        surveyMonkey.stubFor(details(failing).willReturn(answers()));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(feedback().stream().map(Event::causationId))
                        .containsExactly(idOf(after), idOf(failing)));
        assertThat(deadLettersOf(failing)).isEmpty();
    }

    @Test
    void who_only_looks_whether_we_are_there_is_answered() {
        HttpRequest look = HttpRequest.newBuilder(callBackAddress())
                .method("HEAD", BodyPublishers.noBody())
                .build();

        assertThat(HttpClient.newHttpClient()
                        .sendAsync(look, BodyHandlers.ofString())
                        .join()
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void an_integration_without_a_token_is_told_so_in_its_dead_letter() {
        String response = number();

        publish("acme-of-old", response);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(deadLettersOf(response))
                        .singleElement()
                        .satisfies(letter -> assertThat(reason(letter))
                                .contains(
                                        "intake.surveymonkey.access-tokens has none for the integration acme-of-old")));
        surveyMonkey.verify(0, getRequestedFor(urlPathEqualTo(path(response))));
    }

    private HttpResponse<String> callBack(String response) {
        String body = """
                {"event_type":"response_completed","object_type":"response","object_id":"%s",
                 "event_datetime":"2026-03-02T09:00:00+00:00","resources":{"survey_id":"%s"}}
                """.formatted(response, survey);
        HttpRequest request = HttpRequest.newBuilder(callBackAddress())
                .headers(SurveySigning.surveyMonkey("local-secret", body.getBytes(UTF_8)))
                .POST(BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient()
                .sendAsync(request, BodyHandlers.ofString())
                .join();
    }

    private URI callBackAddress() {
        return URI.create("http://127.0.0.1:" + port + "/v1/channels/survey/surveymonkey");
    }

    private void announce(String response) {
        publish("survey/surveymonkey", response);
    }

    private void publish(String integration, String response) {
        EventId id = idOf(response);
        publisher
                .publish(new Event<>(
                        id,
                        EventType.SURVEY_ANNOUNCED,
                        "/intake-service",
                        Instant.parse("2026-03-02T09:00:00Z"),
                        Adapting.NOW,
                        id.toString(),
                        FeedbackId.from(id),
                        id,
                        // One key, so that they stand in one partition, in this order.
                        survey,
                        null,
                        new SurveyAnnounced("surveymonkey", integration, "acme", survey, response)))
                .join();
    }

    private EventId idOf(String response) {
        return EventId.named("survey-fetch-test", survey, response);
    }

    private MappingBuilder details(String response) {
        return get(urlPathEqualTo(path(response)));
    }

    private String path(String response) {
        return "/v3/surveys/" + survey + "/responses/" + response + "/details";
    }

    private static ResponseDefinitionBuilder answers() {
        return aResponse().withHeader("Content-Type", "application/json").withBody(ResponseDetails.ofAda());
    }

    private void inTurn(String response, ResponseDefinitionBuilder... turns) {
        for (int turn = 0; turn < turns.length; turn++) {
            surveyMonkey.stubFor(details(response)
                    .inScenario("turns")
                    .whenScenarioStateIs(turn == 0 ? STARTED : "turn " + turn)
                    .willSetStateTo("turn " + Math.min(turn + 1, turns.length - 1))
                    .willReturn(turns[turn]));
        }
    }

    private Event<FeedbackReceived> onlyFeedback() {
        await().atMost(SOON).untilAsserted(() -> assertThat(feedback()).hasSize(1));
        return feedback().get(0);
    }

    /** Of this test's survey, which the answers name. */
    private List<Event<FeedbackReceived>> feedback() {
        return new TopicReader(broker)
                .readToEnd(Topics.FEEDBACK_RECEIVED, begun).stream()
                        .filter(record -> new String(record.value(), UTF_8).contains("\"survey\":\"" + survey + '"'))
                        .map(record -> ReceivedRecords.read(EventType.FEEDBACK_RECEIVED, record))
                        .toList();
    }

    private List<ConsumerRecord<byte[], byte[]>> deadLettersOf(String response) {
        return new TopicReader(broker)
                .readToEnd(DEAD_LETTERS, begun).stream()
                        .filter(record -> new String(record.value(), UTF_8).contains('"' + response + '"'))
                        .toList();
    }

    private static String reason(ConsumerRecord<byte[], byte[]> letter) {
        return new String(
                letter.headers().lastHeader(DeadLetterPublisher.REASON).value(), UTF_8);
    }

    private static String number() {
        return Long.toString(ThreadLocalRandom.current().nextLong(1_000_000_000, Long.MAX_VALUE));
    }
}
