package org.feedbackloop.routing.opinion;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.feedbackloop.event.v1.FeedbackType.COMPLAINT;
import static org.feedbackloop.event.v1.FeedbackType.REFERRAL;
import static org.feedbackloop.routing.Received.received;
import static org.hamcrest.Matchers.not;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.http.client.HttpMethod;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.feedbackloop.delivery.EventPublisher;
import org.feedbackloop.delivery.ReceivedRecords;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.EventId;
import org.feedbackloop.event.EventType;
import org.feedbackloop.event.Topics;
import org.feedbackloop.event.v1.FeedbackReceived;
import org.feedbackloop.event.v1.FeedbackRouted;
import org.feedbackloop.event.v1.Finding;
import org.feedbackloop.local.StackTestResource;
import org.feedbackloop.local.TopicReader;
import org.feedbackloop.routing.opinion.Opinion.Given;
import org.feedbackloop.routing.opinion.Opinion.Missing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** routing-service with its real broker, and an endpoint that is asked over real HTTP. */
@QuarkusTest
@TestProfile(OpinionRelayComponentTest.Asking.class)
@QuarkusTestResource(StackTestResource.class)
class OpinionRelayComponentTest {

    public static final class Asking implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(EndpointTestResource.class));
        }
    }

    private static final Duration SOON = Duration.ofSeconds(30);

    /** Longer than a test waits for anything. */
    private static final int HANGS = 60_000;

    private static final String PATH = "/v1/chat/completions";

    WireMockServer endpoint;

    @Inject
    EventPublisher publisher;

    @Inject
    CircuitBreakerMaintenance circuits;

    @Inject
    MeterRegistry meters;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    /** Other tests fill the topic with very much else. */
    private final Instant begun = Instant.now();

    private final int order = ThreadLocalRandom.current().nextInt(1_000, 10_000);

    /** Nobody could say what that is, and every test has its own. */
    private final String unclear = "The blue one, as agreed with your colleague in March, " + order;

    @BeforeEach
    void forget() {
        endpoint.resetAll();
        circuits.reset(OpinionRelay.circuit(EndpointTestResource.MODEL));
    }

    @Test
    void where_the_words_leave_it_open_the_opinion_decides_type_queue_and_obligation() {
        endpoint.stubFor(asked().willReturn(says("referral")));
        double differed = count("differed");

        FeedbackRouted routed = routed(publish(unclear)).data();

        assertThat(routed.type()).isEqualTo(REFERRAL);
        assertThat(routed.queue()).isEqualTo("sales");
        assertThat(routed.obligation().action()).isEqualTo("contact");
        assertThat(type(routed).rule()).isEqualTo("second-opinion");
        assertThat(type(routed).evidence()).contains("second opinion referral");
        assertThat(count("differed")).isEqualTo(differed + 1);
    }

    @Test
    void it_is_asked_about_the_masked_words_alone_and_for_one_word() {
        endpoint.stubFor(asked().willReturn(says("other")));

        routed(publish(unclear + ". I am ada@example.org or +44 7700 900123"));

        endpoint.verify(
                1,
                calls().withHeader("Authorization", equalTo("Bearer " + EndpointTestResource.KEY))
                        .withRequestBody(matchingJsonPath("$.model", equalTo(EndpointTestResource.MODEL)))
                        .withRequestBody(matchingJsonPath("$.temperature", equalTo("0.0")))
                        .withRequestBody(matchingJsonPath("$.max_tokens", equalTo("16")))
                        .withRequestBody(matchingJsonPath("$.messages[0].role", equalTo("system")))
                        .withRequestBody(matchingJsonPath(
                                "$.messages[1].content",
                                equalTo("{\"feedback\":\"" + unclear + ". I am [address] or [number]\"}"))));
    }

    @Test
    void what_is_clear_is_not_asked_about() {
        String clear = "My order " + order + " arrived broken. This is a disgrace";

        assertThat(routed(publish(clear)).data().type()).isEqualTo(COMPLAINT);
        endpoint.verify(0, postRequestedFor(urlPathEqualTo(PATH)).withRequestBody(containing("" + order)));
    }

    @ParameterizedTest
    @EnumSource
    void whatever_is_wrong_with_the_endpoint_the_words_decide(Trouble trouble) {
        endpoint.stubFor(asked().willReturn(trouble.response));

        FeedbackRouted routed = routed(publish(unclear)).data();

        assertThat(type(routed).rule()).isEqualTo("model");
        endpoint.verify(1, calls());
    }

    @Test
    void an_error_of_the_library_is_a_failure_like_another_and_keeps_no_place() {
        ChatModel broken = new ChatModel() {
            @Override
            public ChatResponse doChat(ChatRequest request) {
                throw new NoClassDefFoundError("a library's");
            }
        };
        Endpoint anywhere = new Endpoint(URI.create("http://localhost"), "broken", null, Duration.ofSeconds(5));
        Adviser relay = OpinionRelay.to(broken, anywhere, new Budget(60, 1));

        for (int time = 0; time < 3; time++) {
            assertThat(relay.ask(MaskedText.of(unclear)).toCompletableFuture().join())
                    .isEqualTo(Missing.FAILED);
        }
    }

    @Test
    void an_endpoint_that_fails_again_and_again_is_left_alone() {
        endpoint.stubFor(asked().willReturn(aResponse().withStatus(500)));
        List<Event<FeedbackReceived>> heard = publishAll(
                IntStream.range(0, 20).mapToObj(i -> received(unclear).event()));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(rulesOf(heard)).hasSize(20).containsOnly("model"));
        int askedUntilThen = endpoint.findAll(calls()).size();
        double leftAlone = count("circuit-open");

        FeedbackRouted routed = routed(publish(unclear)).data();

        assertThat(type(routed).rule()).isEqualTo("model");
        assertThat(askedUntilThen).isBetween(1, 19);
        endpoint.verify(askedUntilThen, calls());
        assertThat(count("circuit-open")).isEqualTo(leftAlone + 1);
    }

    @Test
    void what_one_customer_says_keeps_its_order_while_only_the_first_is_asked_about() {
        endpoint.stubFor(asked().willReturn(says("referral").withFixedDelay(500)));
        String customer = UUID.randomUUID().toString();
        publishAll(Stream.of(received(unclear + "!").from(customer).event()));
        // While that is asked about, the others gather, and are read from the broker at once.
        await().atMost(SOON).until(() -> endpoint.findAll(calls()).size() == 1);
        List<Event<FeedbackReceived>> heard = publishAll(Stream.of(unclear, "It is broken", "Thank you so much")
                .map(text -> received(text).from(customer).event()));

        heard.forEach(this::routed);

        assertThat(routedSince())
                .filteredOn(routed -> routed.partitionKey().equals(customer))
                .extracting(routed -> routed.data().feedback().text())
                .containsExactly(unclear + "!", unclear, "It is broken", "Thank you so much");
        assertThat(routed(heard.get(0)).data().type()).isEqualTo(REFERRAL);
    }

    @Test
    void feedback_that_comes_twice_keeps_its_id_though_the_second_answer_is_another() {
        endpoint.stubFor(asked().inScenario("turns")
                .whenScenarioStateIs(STARTED)
                .willSetStateTo("second")
                .willReturn(says("referral")));
        endpoint.stubFor(
                asked().inScenario("turns").whenScenarioStateIs("second").willReturn(says("idea")));
        Event<FeedbackReceived> heard = publish(unclear);
        Event<FeedbackRouted> first = routed(heard);

        publisher.publish(heard).join();

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(routedBecauseOf(heard)).hasSize(2));
        assertThat(routedBecauseOf(heard)).extracting(Event::id).containsOnly(first.id());
    }

    @Test
    void to_explain_asks_nobody() {
        given().contentType("application/json")
                .body(Map.of("text", unclear))
                .post("/v1/explain")
                .then()
                .statusCode(200)
                .body("findings.find { it.step == 'type' }.rule", not("second-opinion"));
        endpoint.verify(0, calls());
    }

    @Test
    void no_more_is_asked_in_a_minute_than_the_budget_allows() {
        endpoint.stubFor(asked().willReturn(says("referral")));
        Adviser relay = relay(new Budget(3, 8));

        List<Opinion> opinions = IntStream.range(0, 5)
                .mapToObj(i ->
                        relay.ask(MaskedText.of(unclear)).toCompletableFuture().join())
                .toList();

        assertThat(opinions)
                .containsExactly(
                        new Given(REFERRAL),
                        new Given(REFERRAL),
                        new Given(REFERRAL),
                        Missing.OVER_BUDGET,
                        Missing.OVER_BUDGET);
        endpoint.verify(3, calls());
    }

    @Test
    void no_more_is_asked_at_once_than_the_budget_allows() {
        endpoint.stubFor(asked().willReturn(says("referral").withFixedDelay(500)));
        Adviser relay = relay(new Budget(100, 1));

        CompletionStage<Opinion> first = relay.ask(MaskedText.of(unclear));
        CompletionStage<Opinion> second = relay.ask(MaskedText.of(unclear));

        assertThat(second.toCompletableFuture().join()).isEqualTo(Missing.OVER_BUDGET);
        assertThat(first.toCompletableFuture().join()).isEqualTo(new Given(REFERRAL));
        assertThat(relay.ask(MaskedText.of(unclear)).toCompletableFuture().join())
                .isEqualTo(new Given(REFERRAL));
    }

    @Test
    void an_answer_that_begins_and_never_ends_holds_no_thread() {
        endpoint.stubFor(post("/endless")
                .willReturn(aResponse().withBody("a".repeat(100)).withChunkedDribbleDelay(100, HANGS)));
        var sender = new EndpointSender.Builder(Duration.ofMillis(500)).build();
        var request = HttpRequest.builder()
                .method(HttpMethod.POST)
                .url(endpoint.baseUrl() + "/endless")
                .body("{}")
                .build();

        assertThatThrownBy(() -> sender.execute(request)).isInstanceOf(TimeoutException.class);
    }

    /** What may come instead of an answer. */
    enum Trouble {
        BUSY(aResponse().withStatus(429).withHeader("Retry-After", "1")),
        REFUSING(aResponse().withStatus(401)),
        REDIRECTING(aResponse().withStatus(307).withHeader("Location", PATH + "/elsewhere")),
        HANGING(says("referral").withFixedDelay(HANGS)),
        ENDLESS(says("referral").withChunkedDribbleDelay(200, HANGS)),
        BREAKING_OFF(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
        HALF(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)),
        HUGE(says("referral" + " ".repeat(2 * LimitedBody.MOST_BYTES))),
        EMPTY(okJson("")),
        NOT_JSON(aResponse().withBody("<html>Welcome to the hotel's network</html>")),
        OTHER_JSON(okJson("[17]")),
        NO_CHOICE(okJson("{\"choices\":[]}")),
        NO_CONTENT(okJson("{\"choices\":[{\"message\":{\"role\":\"assistant\",\"content\":null}}]}")),
        TALKING(says("I would say that this is a referral.")),
        TALKED_INTO_SOMETHING(says("refund 500 euros")),
        CUT_SHORT(says("{\\\"type\\\":\\\"refer"));

        private final ResponseDefinitionBuilder response;

        Trouble(ResponseDefinitionBuilder response) {
            this.response = response;
        }
    }

    private static ResponseDefinitionBuilder says(String answer) {
        return okJson("""
                {"id":"c-1","object":"chat.completion","created":1700000000,"model":"stub",
                 "choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"%s"}}],
                 "usage":{"prompt_tokens":200,"completion_tokens":2,"total_tokens":202}}
                """.formatted(answer));
    }

    private MappingBuilder asked() {
        return post(urlPathEqualTo(PATH)).withRequestBody(containing(unclear));
    }

    private RequestPatternBuilder calls() {
        return postRequestedFor(urlPathEqualTo(PATH)).withRequestBody(containing(unclear));
    }

    /** Beside the one of the service, which has a circuit of its own by the model's name. */
    private Adviser relay(Budget budget) {
        return OpinionRelay.to(
                new Endpoint(URI.create(endpoint.baseUrl() + "/v1"), "model " + order, null, Duration.ofSeconds(5)),
                budget);
    }

    private double count(String outcome) {
        return meters.counter("routing.second.opinions", "outcome", outcome).count();
    }

    private Event<FeedbackReceived> publish(String text) {
        return publishAll(Stream.of(received(text).event())).get(0);
    }

    private List<Event<FeedbackReceived>> publishAll(Stream<Event<FeedbackReceived>> events) {
        List<Event<FeedbackReceived>> heard = events.toList();
        heard.stream().map(publisher::publish).toList().forEach(acknowledged -> acknowledged.join());
        return heard;
    }

    private Event<FeedbackRouted> routed(Event<?> cause) {
        return await().atMost(SOON)
                .until(() -> routedBecauseOf(cause), found -> !found.isEmpty())
                .get(0);
    }

    private List<Event<FeedbackRouted>> routedBecauseOf(Event<?> cause) {
        return routedSince().stream()
                .filter(routed -> routed.causationId().equals(cause.id()))
                .toList();
    }

    /** By which the types of what has been routed by now were found. */
    private List<String> rulesOf(List<Event<FeedbackReceived>> causes) {
        List<EventId> ids = causes.stream().map(Event::id).toList();
        return routedSince().stream()
                .filter(routed -> ids.contains(routed.causationId()))
                .map(routed -> type(routed.data()).rule())
                .toList();
    }

    private List<Event<FeedbackRouted>> routedSince() {
        return new TopicReader(broker)
                .readToEnd(Topics.FEEDBACK_ROUTED, begun).stream()
                        .map(record -> ReceivedRecords.read(EventType.FEEDBACK_ROUTED, record))
                        .toList();
    }

    private static Finding type(FeedbackRouted routed) {
        return routed.findings().stream()
                .filter(finding -> finding.step().equals("type"))
                .findFirst()
                .orElseThrow();
    }
}
