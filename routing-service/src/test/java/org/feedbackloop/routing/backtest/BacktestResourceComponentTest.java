package org.feedbackloop.routing.backtest;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.feedbackloop.delivery.EventPublisher;
import org.feedbackloop.local.StackTestResource;
import org.feedbackloop.routing.Received;
import org.feedbackloop.routing.Routers;
import org.feedbackloop.routing.ShippedRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Drafts tried on what customers have said, with a real broker. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class BacktestResourceComponentTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What is said about delivery goes to a queue of its own. */
    private static final String DRAFT = ShippedRules.document()
            .text()
            .replace("name: shop-1", "name: draft-1")
            .replace("\nqueues:\n", "\nqueues:\n  - {name: parcels, categories: [delivery], calendar: office}\n");

    @Inject
    EventPublisher publisher;

    @Inject
    MeterRegistry meters;

    @Inject
    Backtests backtests;

    @Inject
    BacktestResource resource;

    @Inject
    Routers routers;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @TestHTTPResource("/v1/rules/backtest")
    URI address;

    @Test
    void what_a_draft_would_move_is_counted_and_shown() throws Exception {
        String mark = UUID.randomUUID().toString();
        say("My parcel was delivered too late " + mark, "Where is my parcel? " + mark, "Good morning " + mark);

        List<JsonNode> lines = lines(backtest("days=1&most=1000000"));

        assertThat(lines.get(0).at("/progress/read").asLong()).isZero();
        JsonNode end = lines.get(lines.size() - 2).path("progress");
        assertThat(end.path("read")).isEqualTo(end.path("of"));
        JsonNode result = lines.get(lines.size() - 1).path("result");
        assertThat(result.path("live").asText())
                .isEqualTo(ShippedRules.document().version());
        assertThat(result.path("draft").asText()).startsWith("draft-1-");
        assertThat(result.path("complete").asBoolean()).isTrue();
        assertThat(result.path("compared").asLong() + result.path("unreadable").asLong())
                .isEqualTo(result.path("read").asLong())
                .isEqualTo(end.path("of").asLong());
        JsonNode queue = result.path("steps").get(3);
        assertThat(queue.path("step").asText()).isEqualTo("queue");
        assertThat(queue.at("/table/delivery/parcels").asLong()).isGreaterThanOrEqualTo(2);
        assertThat(queue.at("/table/general/general").asLong()).isGreaterThanOrEqualTo(1);
        assertThat(queue.at("/moves/0/from").asText()).isEqualTo("delivery");
        assertThat(queue.at("/moves/0/to").asText()).isEqualTo("parcels");
        JsonNode example = queue.at("/moves/0/examples/0");
        assertThat(example.path("excerpt").asText()).isNotEmpty().hasSizeLessThanOrEqualTo(160);
        assertThat(UUID.fromString(example.path("feedbackId").asText())).isNotNull();
        assertThat(example.at("/live/value").asText()).isEqualTo("delivery");
        assertThat(example.at("/draft/value").asText()).isEqualTo("parcels");
        assertThat(result.path("steps").get(1).path("moved").asLong()).isZero();
    }

    @Test
    void no_more_is_read_than_was_asked_for() throws Exception {
        say(IntStream.range(0, 60).mapToObj(i -> "Where is parcel " + i + "?").toArray(String[]::new));

        List<JsonNode> lines = lines(backtest("most=30"));

        assertThat(lines.get(lines.size() - 1).at("/result/read").asLong()).isBetween(1L, 30L);
    }

    @Test
    void of_a_few_that_were_asked_for_each_is_read() throws Exception {
        say(IntStream.range(0, 60).mapToObj(i -> "Where is parcel " + i + "?").toArray(String[]::new));

        List<JsonNode> lines = lines(backtest("most=5"));

        assertThat(lines.get(lines.size() - 1).at("/result/read").asLong()).isEqualTo(5);
    }

    @Test
    void what_takes_too_long_is_ended_and_says_so() throws Exception {
        say("Where is my parcel?");
        var router = routers.by(ShippedRules.document());
        List<BacktestLine> lines = new ArrayList<>();

        try (Backtest backtest = backtests.begin(router, router, Duration.ofDays(1), 1_000, Duration.ZERO)) {
            assertThat(backtest.run(lines::add)).isEqualTo("out-of-time");
        }

        BacktestLine.Result result = lines.get(lines.size() - 1).result();
        assertThat(result).isNotNull();
        assertThat(result.complete()).isFalse();
        assertThat(result.read()).isZero();
    }

    @Test
    void no_consumer_group_is_left_behind() throws Exception {
        lines(backtest("days=1"));

        try (Admin admin = Admin.create(java.util.Map.of("bootstrap.servers", broker))) {
            assertThat(admin.listGroups().all().get())
                    .extracting(GroupListing::groupId)
                    .noneMatch(group -> group.contains("backtest"));
        }
    }

    @Test
    void who_hangs_up_ends_it() throws Exception {
        say(IntStream.range(0, 4_000)
                .mapToObj(i -> "Parcel " + i + " is late again, and nobody answers the phone. ".repeat(5))
                .toArray(String[]::new));
        double before = cancelled();
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "?most=1000000"))
                .header("Authorization", "Bearer local-key")
                .header("Content-Type", "application/yaml")
                .POST(BodyPublishers.ofString(DRAFT))
                .build();

        try (InputStream answer = HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofInputStream())
                .body()) {
            String first = new BufferedReader(new InputStreamReader(answer, UTF_8)).readLine();
            assertThat(first).contains("progress");
        }

        await().atMost(Duration.ofSeconds(30)).until(() -> cancelled() == before + 1);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> meters.get("routing.backtests.running").gauge().value() == 0);
    }

    @Test
    void a_third_at_once_is_sent_away() {
        var router = routers.by(ShippedRules.document());
        try (Backtest first = backtests.begin(router, router, Duration.ofDays(1), 1);
                Backtest second = backtests.begin(router, router, Duration.ofDays(1), 1)) {
            backtest("days=1")
                    .then()
                    .statusCode(429)
                    .contentType("application/problem+json")
                    .header("Retry-After", equalTo("5"));
        }
        backtest("days=1").then().statusCode(200);
    }

    @Test
    void nothing_is_kept_for_a_caller_who_has_gone() {
        resource.backtest(DRAFT.getBytes(UTF_8), "1", null, "Bearer local-key");

        assertThat(meters.get("routing.backtests.running").gauge().value()).isZero();
    }

    @Test
    void a_run_that_breaks_down_ends_for_its_caller_too() throws Exception {
        var router = routers.by(ShippedRules.document());
        CompletableFuture<Throwable> failure = new CompletableFuture<>();

        backtests.run(
                backtests.begin(router, router, Duration.ofDays(1), 1),
                line -> {
                    throw new StackOverflowError("as a rule without an end would bring about");
                },
                failure::complete,
                () -> failure.complete(new AssertionError("it ended well")));

        assertThat(failure.get(30, TimeUnit.SECONDS)).isInstanceOf(StackOverflowError.class);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> meters.get("routing.backtests.running").gauge().value() == 0);
    }

    @Test
    void a_draft_with_something_wrong_in_it_is_not_tried() {
        given().header("Authorization", "Bearer local-key")
                .contentType("application/yaml")
                .body("name: draft-1\nlanguages: none\n".getBytes(UTF_8))
                .post("/v1/rules/backtest")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("invalidParams.find { it.name == 'languages' }.line", equalTo(2));
    }

    @ParameterizedTest
    @CsvSource({
        "days=0,       days, 1 to 90",
        "days=91,      days, 1 to 90",
        "days=a,       days, 1 to 90",
        "most=0,       most, 1 to 1000000",
        "most=1000001, most, 1 to 1000000",
        "most=1e3,     most, 1 to 1000000",
    })
    void a_bound_that_is_none_is_refused(String query, String name, String reason) {
        backtest(query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("invalidParams[0].name", equalTo(name))
                .body("invalidParams[0].reason", containsString(reason));
    }

    private static Response backtest(String query) {
        return given().header("Authorization", "Bearer local-key")
                .contentType("application/yaml")
                .body(DRAFT.getBytes(UTF_8))
                .post("/v1/rules/backtest?" + query);
    }

    private static List<JsonNode> lines(Response answer) throws Exception {
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("application/x-ndjson");
        List<JsonNode> lines = new ArrayList<>();
        for (String line : answer.body().asString().split("\n")) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    private void say(String... texts) throws ExecutionException, InterruptedException {
        List<CompletableFuture<Void>> acknowledged = new ArrayList<>();
        for (String text : texts) {
            acknowledged.add(publisher.publish(Received.received(text).event()));
        }
        for (CompletableFuture<Void> one : acknowledged) {
            one.get();
        }
    }

    private double cancelled() {
        return meters.counter("routing.backtests", "outcome", "cancelled").count();
    }
}
