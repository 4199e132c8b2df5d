package org.feedbackloop.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.feedbackloop.event.Topics;
import org.feedbackloop.intake.channel.Signatures;
import org.feedbackloop.local.StackTestResource;
import org.feedbackloop.local.TopicReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two adapters that lie among the tests: all that is known of them stands in their own classes, and a golden sample. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
@QuarkusTestResource(ApiKeysTestResource.class)
class AddedChannelComponentTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    private Caller caller;

    @BeforeEach
    void call() {
        caller = new Caller(port);
    }

    @Test
    void a_typed_channel_is_open_once_its_class_is_there() throws IOException {
        HttpResponse<String> answer =
                caller.post("/v1/channels/guest-book", new String(Adapting.sample("guest-book.json"), UTF_8));

        assertThat(answer.statusCode()).isEqualTo(202);
        JsonNode data =
                received(MAPPER.readTree(answer.body()).get("feedbackId").asText());
        assertThat(data.get("channel").asText()).isEqualTo("complaint-book");
        assertThat(data.get("text").asText()).startsWith("The view is as promised.");
    }

    @Test
    void its_schema_is_served() throws IOException {
        HttpResponse<String> schema = get("/v1/channels/guest-book/schema");

        assertThat(schema.statusCode()).isEqualTo(200);
        assertThat(schema.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/schema+json");
        JsonNode json = MAPPER.readTree(schema.body());
        assertThat(json.get("$schema").asText()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(json.get("required")).isEqualTo(MAPPER.readTree("[\"text\"]"));
        assertThat(json.get("properties").fieldNames()).toIterable().contains("guest");
    }

    @Test
    void what_has_no_body_of_ours_has_no_schema() {
        assertThat(get("/v1/channels/carrier/schema").statusCode()).isEqualTo(404);
        assertThat(get("/v1/channels/messenger/schema").statusCode()).isEqualTo(404);
    }

    @Test
    void a_provider_is_heard_once_its_class_is_there() throws IOException {
        String body = "{\"kind\":\"message\",\"id\":\"coo-1\",\"sent\":1772442000,\"from\":\"4711\",\"text\":\"Coo!\"}";

        HttpResponse<String> answer = deliver(body, Signatures.hmacSha256Hex("local-secret", body.getBytes(UTF_8)));

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode data =
                received(MAPPER.readTree(answer.body()).at("/feedbackIds/0").asText());
        assertThat(data.at("/contacts/0/value").asText()).isEqualTo("pigeon:4711");
    }

    @Test
    void who_does_not_sign_is_not_that_provider() {
        assertThat(deliver("{\"kind\":\"message\"}", "00").statusCode()).isEqualTo(401);
    }

    @Test
    void both_are_described() throws IOException {
        JsonNode paths = MAPPER.readTree(get("/q/openapi?format=json").body()).get("paths");

        JsonNode typed = paths.get("/v1/channels/guest-book").get("post");
        JsonNode content = typed.at("/requestBody/content").get("application/json");
        assertThat(content.at("/schema/properties/guest/description").asText()).startsWith("The guest's name");
        assertThat(content.at("/schema/additionalProperties").asBoolean(true)).isFalse();
        assertThat(content.at("/examples/golden/value")).isEqualTo(MAPPER.readTree(Adapting.sample("guest-book.json")));
        assertThat(typed.get("responses").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("202", "400", "401", "403", "413", "415", "422", "429", "503");
        JsonNode signed = paths.get("/v1/channels/messenger/pigeon").get("post");
        assertThat(signed.at("/requestBody/content").fieldNames()).toIterable().containsExactly("*/*");
        assertThat(signed.get("security")).isEqualTo(MAPPER.readTree("[]"));
        assertThat(signed.get("responses").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("200", "401", "413", "503");
    }

    private HttpResponse<String> get(String path) {
        return caller.send(caller.request(path)).join();
    }

    private HttpResponse<String> deliver(String body, String signature) {
        return caller.send(caller.request("/v1/channels/messenger/pigeon")
                        .header("Content-Type", Caller.JSON)
                        .header("X-Pigeon-Signature", signature)
                        .POST(BodyPublishers.ofString(body)))
                .join();
    }

    private JsonNode received(String id) throws IOException {
        for (var received : new TopicReader(broker).readToEnd(Topics.FEEDBACK_RECEIVED)) {
            JsonNode data = MAPPER.readTree(received.value());
            if (data.get("feedbackId").asText().equals(id)) {
                return data;
            }
        }
        throw new AssertionError("not on the topic: " + id);
    }
}
