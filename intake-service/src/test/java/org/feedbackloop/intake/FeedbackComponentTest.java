package org.feedbackloop.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.feedbackloop.event.CloudEvents;
import org.feedbackloop.event.Topics;
import org.feedbackloop.intake.channel.ChannelAdapter;
import org.feedbackloop.intake.channel.ChannelAdapters;
import org.feedbackloop.intake.channel.TypedAdapter;
import org.feedbackloop.local.StackTestResource;
import org.feedbackloop.local.TopicReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** intake-service with a real broker, seen from an integration and from the topic. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
@QuarkusTestResource(ApiKeysTestResource.class)
class FeedbackComponentTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String NDJSON = "application/x-ndjson";

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    @Inject
    ChannelAdapters channels;

    private Caller caller;

    @BeforeEach
    void call() {
        caller = new Caller(port);
    }

    @Test
    void what_is_accepted_stands_on_the_topic() throws IOException {
        HttpResponse<String> answer = caller.post(
                "/v1/feedback",
                "{\"channel\":\"phone-call\",\"text\":\"The cup is broken\",\"customer\":{\"email\":\"Ada@Example.org\"}}");

        assertThat(answer.statusCode()).isEqualTo(202);
        JsonNode receipt = MAPPER.readTree(answer.body());
        assertThat(receipt.get("status").asText()).isEqualTo("accepted");
        ConsumerRecord<byte[], byte[]> record =
                onlyRecordOf(receipt.get("feedbackId").asText());
        assertThat(header(record, CloudEvents.TYPE)).isEqualTo("org.feedbackloop.feedback.received.v1");
        assertThat(header(record, CloudEvents.PARTITION_KEY)).isEqualTo(new String(record.key(), UTF_8));
        JsonNode data = MAPPER.readTree(record.value());
        assertThat(data.get("integration").asText()).isEqualTo("local");
        assertThat(data.get("brand").asText()).isEqualTo("acme");
        assertThat(data.at("/contacts/0/value").asText()).isEqualTo("ada@example.org");
    }

    @Test
    void a_trace_flows_on_to_the_topic() {
        HttpResponse<String> answer = caller.post(
                "/v1/feedback",
                "{\"channel\":\"sms\",\"text\":\"Traced\"}",
                "traceparent",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

        assertThat(header(onlyRecordOf(idOf(answer)), CloudEvents.TRACEPARENT))
                .startsWith("00-4bf92f3577b34da6a3ce929d0e0e4736-")
                .doesNotContain("00f067aa0ba902b7");
    }

    @Test
    void twenty_posts_at_once_with_one_key_are_one_feedback() {
        List<CompletableFuture<HttpResponse<String>>> posts = IntStream.range(0, 20)
                .mapToObj(i -> caller.postSoon(
                        "/v1/feedback",
                        Caller.JSON,
                        "{\"channel\":\"sms\",\"text\":\"Where is my order?\"}",
                        "Idempotency-Key",
                        "twenty"))
                .toList();

        List<HttpResponse<String>> answers =
                posts.stream().map(CompletableFuture::join).toList();

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(202);
        assertThat(answers.stream().map(FeedbackComponentTest::idOf).distinct()).hasSize(1);
    }

    @Test
    void twenty_redeliveries_at_once_are_one_feedback() {
        List<CompletableFuture<HttpResponse<String>>> posts = IntStream.range(0, 20)
                .mapToObj(i -> caller.postSoon(
                        "/v1/channels/web-form",
                        Caller.JSON,
                        "{\"submissionId\":\"f-20\",\"message\":\"Where is my order?\"}"))
                .toList();

        assertThat(posts.stream()
                        .map(CompletableFuture::join)
                        .map(FeedbackComponentTest::idOf)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void a_batch_is_answered_line_by_line() throws IOException {
        HttpResponse<String> answer =
                caller.postSoon("/v1/feedback/batch", NDJSON, """
                        {"channel":"sms","messageId":"b-1","text":"one"}

                        {"channel":"sms","text":""}
                        not json
                        {"channel":"sms","messageId":"b-1","text":"one"}
                        """).join();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith(NDJSON);
        List<JsonNode> results =
                answer.body().lines().map(FeedbackComponentTest::json).toList();
        assertThat(results).extracting(result -> result.get("line").asInt()).containsExactly(1, 3, 4, 5);
        assertThat(results)
                .extracting(result -> result.get("status").asText())
                .containsExactly("accepted", "rejected", "rejected", "accepted");
        assertThat(results.get(3).get("feedbackId")).isEqualTo(results.get(0).get("feedbackId"));
        assertThat(results.get(1).at("/problem/invalidParams/0/name").asText()).isEqualTo("text");
        assertThat(results.get(2).at("/problem/status").asInt()).isEqualTo(400);
    }

    @Test
    void a_batch_that_is_sent_again_under_its_key_is_the_same_feedback() {
        String batch = "{\"channel\":\"sms\",\"text\":\"one\"}\n{\"channel\":\"sms\",\"text\":\"two\"}";

        String first = caller.postSoon("/v1/feedback/batch", NDJSON, batch, "Idempotency-Key", "b-2")
                .join()
                .body();
        String second = caller.postSoon("/v1/feedback/batch", NDJSON, batch, "Idempotency-Key", "b-2")
                .join()
                .body();

        assertThat(second).isEqualTo(first);
        assertThat(first.lines().map(line -> json(line).get("feedbackId")).distinct())
                .hasSize(2);
    }

    @Test
    void a_batch_of_the_greatest_size_is_taken() {
        String line = "{\"channel\":\"sms\",\"text\":\"" + "x".repeat(460) + "\"}\n";

        HttpResponse<String> answer = caller.postSoon("/v1/feedback/batch", NDJSON, line.repeat(2_000))
                .join();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body().lines())
                .hasSize(2_000)
                .allSatisfy(result -> assertThat(result).contains("accepted"));
    }

    @Test
    void a_body_in_chunks_is_taken_like_any_other() {
        HttpResponse<String> answer = caller.send(caller.request("/v1/feedback")
                        .header("Authorization", "Bearer local-key")
                        .header("Content-Type", Caller.JSON)
                        .POST(BodyPublishers.fromPublisher(
                                BodyPublishers.ofString("{\"channel\":\"sms\",\"text\":\"in chunks\"}"))))
                .join();

        assertThat(answer.statusCode()).isEqualTo(202);
    }

    @Test
    void a_key_that_is_added_to_the_file_opens_soon() {
        ApiKeysTestResource.add("a-new-key");

        await().untilAsserted(() -> assertThat(caller.send(caller.request("/v1/feedback")
                                .header("Authorization", "Bearer a-new-key")
                                .header("Content-Type", Caller.JSON)
                                .POST(BodyPublishers.ofString("{\"channel\":\"sms\",\"text\":\"let me in\"}")))
                        .join()
                        .statusCode())
                .isEqualTo(202));
    }

    @Test
    void it_is_ready_and_counts_what_it_takes() {
        Caller management = new Caller(managementPort);
        double before = acceptedFromCommunity(management);

        caller.post("/v1/feedback", "{\"channel\":\"community\",\"text\":\"counted\"}");

        assertThat(management.send(management.request("/q/health/ready")).join().statusCode())
                .isEqualTo(200);
        assertThat(acceptedFromCommunity(management)).isEqualTo(before + 1);
    }

    private static double acceptedFromCommunity(Caller management) {
        String name = "intake_accepted_total{channel=\"community\"} ";
        return management
                .send(management.request("/q/metrics"))
                .join()
                .body()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length())))
                .sum();
    }

    @Test
    void every_example_of_the_api_document_is_taken() throws IOException {
        JsonNode api = new YAMLMapper()
                .readTree(caller.send(caller.request("/q/openapi")).join().body());

        List<String> typed = channels.all()
                .filter(TypedAdapter.class::isInstance)
                .map(FeedbackComponentTest::path)
                .toList();

        assertThat(typed).hasSizeGreaterThan(10);
        assertThat(api.get("paths").fieldNames())
                .toIterable()
                .contains("/v1/feedback", "/v1/feedback/batch", "/v1/channels/{channel}/schema")
                .contains(
                        "/forms/{form}",
                        "/forms/{form}/thanks",
                        "/kiosk/{terminal}",
                        "/kiosk/{terminal}/answers",
                        "/surveys/{token}",
                        "/v1/surveys/links",
                        "/widget.js",
                        "/widget/{form}")
                .containsAll(channels.all().map(FeedbackComponentTest::path).toList());
        for (String path : concat(List.of("/v1/feedback", "/v1/feedback/batch", "/v1/surveys/links"), typed)) {
            JsonNode content = api.at("/paths").get(path).at("/post/requestBody/content");
            String mediaType = content.fieldNames().next();
            Map<String, Integer> statuses = StreamSupport.stream(
                            content.get(mediaType).get("examples").spliterator(), false)
                    .map(example -> example.get("value"))
                    .map(value -> value.isTextual() ? value.asText() : value.toString())
                    .collect(Collectors.toMap(
                            body -> body,
                            body -> caller.postSoon(path, mediaType, body)
                                    .join()
                                    .statusCode()));
            assertThat(statuses.values()).as(path).isNotEmpty().allMatch(status -> status < 300);
        }
    }

    private static String path(ChannelAdapter adapter) {
        return "/v1/channels/" + adapter.address();
    }

    private static List<String> concat(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private ConsumerRecord<byte[], byte[]> onlyRecordOf(String id) {
        List<ConsumerRecord<byte[], byte[]>> records = new TopicReader(broker)
                .readToEnd(Topics.FEEDBACK_RECEIVED).stream()
                        .filter(record -> header(record, CloudEvents.ID).equals(id))
                        .toList();
        assertThat(records).hasSize(1);
        return records.get(0);
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    private static String idOf(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(202);
        return json(answer.body()).get("feedbackId").asText();
    }

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw new AssertionError(text, e);
        }
    }
}
