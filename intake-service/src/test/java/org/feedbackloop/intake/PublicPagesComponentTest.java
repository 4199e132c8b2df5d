package org.feedbackloop.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.feedbackloop.event.CloudEvents;
import org.feedbackloop.event.Topics;
import org.feedbackloop.local.StackTestResource;
import org.feedbackloop.local.TopicReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The public pages as the wire sees them: no keys, no scripts, and the foreign pages that the widget stands on. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
@QuarkusTestResource(ApiKeysTestResource.class)
class PublicPagesComponentTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
    private static final String SHOP = "http://127.0.0.1:34567";

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    private Caller visitor;

    /** Other tests fill the topics with very much else. */
    private final Instant begun = Instant.now();

    @BeforeEach
    void visit() {
        visitor = new Caller(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/forms/none", "/forms/none/thanks", "/kiosk/none", "/surveys/none"})
    void where_there_is_no_page_people_get_one_that_says_so_and_machines_a_problem(String path) {
        HttpResponse<String> page = send(visitor.request(path + "?lang=es").header("Accept", "text/html"));
        HttpResponse<String> problem = send(visitor.request(path));

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("Aquí no hay ninguna página");
        assertThat(problem.statusCode()).isEqualTo(404);
        assertThat(json(problem).get("type").asText()).isEqualTo("urn:org.feedbackloop:problem:not-found");
    }

    @Test
    void a_form_of_ideas_makes_ideas() {
        String path = "/forms/product-idea";

        HttpResponse<String> sent =
                post(path, Map.of("token", tokenOf(path), "message", "A dimmer", "email", "ada@example.org"));

        JsonNode feedback = onlyFeedback(after(sent, "ref="));
        assertThat(feedback.get("declaredType").asText()).isEqualTo("idea");
        assertThat(feedback.at("/about/category").asText()).isEqualTo("product");
        assertThat(feedback.get("integration").asText()).isEqualTo("forms/product-idea");
    }

    @Test
    void what_a_form_requires_is_asked_for() {
        String path = "/forms/product-idea";

        HttpResponse<String> answer = post(path, Map.of("token", tokenOf(path), "message", "A dimmer"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("<a href=\"#email\">Enter your e-mail address</a>");
    }

    @Test
    void a_machine_is_thanked_and_its_message_set_aside() {
        String message = "Buy " + UUID.randomUUID();
        String path = "/forms/contact";

        HttpResponse<String> sent =
                post(path, Map.of("token", tokenOf(path), "message", message, "website", "http://buy.example.org"));

        assertThat(sent.statusCode()).isEqualTo(303);
        JsonNode rejected = data(only(Topics.FEEDBACK_REJECTED, after(sent, "ref=")));
        assertThat(rejected.get("reason").asText()).isEqualTo("bot");
        assertThat(rejected.get("integration").asText()).isEqualTo("forms/contact");
        assertThat(records(Topics.FEEDBACK_RECEIVED, after(sent, "ref="))).isEmpty();
    }

    @Test
    void an_answer_that_a_terminal_sends_twice_is_one_feedback() {
        String token = UUID.randomUUID().toString();

        HttpResponse<String> first = answer(token, "2026-03-01T09:00:00Z", "2026-03-01T09:00:10Z");
        HttpResponse<String> second = answer(token, "2026-03-01T09:00:00Z", "2026-03-01T09:01:10Z");

        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(second.body()).isEqualTo(first.body());
        JsonNode feedback = data(records(Topics.FEEDBACK_RECEIVED, idOf(first)).get(0));
        assertThat(feedback.get("channel").asText()).isEqualTo("kiosk");
        assertThat(feedback.at("/rating/scale").asText()).isEqualTo("smiley");
        assertThat(feedback.at("/rating/score").asInt()).isEqualTo(2);
        assertThat(feedback.at("/details/terminal/shop").asText()).isEqualTo("Main Street");
    }

    @Test
    void what_a_terminal_can_never_send_is_told_from_what_it_may_send_again() {
        HttpResponse<String> answer = send(visitor.request("/kiosk/entrance/answers")
                .header("Content-Type", Caller.JSON)
                .POST(BodyPublishers.ofString("{\"token\":\"t\",\"score\":9}")));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).at("/invalidParams/0/name").asText()).isEqualTo("score");
    }

    @Test
    void a_terminal_without_scripts_asks_thanks_and_starts_anew() {
        String path = "/kiosk/till";
        HttpResponse<String> nothing = post(path, Map.of("token", tokenOf(path), "text", "hm"));
        HttpResponse<String> sent = post(path, Map.of("token", tokenOf(path), "score", "4"));

        assertThat(nothing.statusCode()).isEqualTo(400);
        assertThat(nothing.body()).contains("Choose an answer").contains("hm</textarea>");
        assertThat(sent.statusCode()).isEqualTo(303);
        HttpResponse<String> thanks = send(visitor.request(location(sent)));
        assertThat(thanks.body()).contains("Thank you!");
        assertThat(thanks.headers().firstValue("Refresh")).contains("6; url=/kiosk/till");
    }

    @Test
    void to_look_at_a_survey_link_answers_nothing_and_to_answer_does() {
        String path = link("C-" + UUID.randomUUID());
        long before = records(Topics.FEEDBACK_RECEIVED).size();

        HttpResponse<String> page = send(visitor.request(path + "?score=9"));

        assertThat(page.body()).contains("value=\"9\" required checked");
        assertThat(records(Topics.FEEDBACK_RECEIVED)).hasSize((int) before);
        HttpResponse<String> answered = postForJson(path, Map.of("score", "9"));
        assertThat(answered.statusCode()).isEqualTo(202);
        JsonNode feedback = onlyFeedback(idOf(answered));
        assertThat(feedback.at("/rating/scale").asText()).isEqualTo("nps");
        assertThat(feedback.at("/contacts/0/kind").asText()).isEqualTo("customer-number");
        assertThat(feedback.get("integration").asText()).isEqualTo("surveys/after-delivery");
    }

    @Test
    void a_link_takes_one_answer_and_tells_so() {
        String path = link("C-" + UUID.randomUUID());
        HttpResponse<String> first = postForJson(path, Map.of("score", "9"));

        HttpResponse<String> same = postForJson(path, Map.of("score", "9"));
        HttpResponse<String> changed = post(path, Map.of("score", "1"));

        assertThat(idOf(same)).isEqualTo(idOf(first));
        assertThat(changed.statusCode()).isEqualTo(303);
        assertThat(send(visitor.request(location(changed))).body()).contains("You have already answered");
        HttpResponse<String> words = post(path, Map.of("part", "words", "text", "It was late after all"));
        assertThat(location(words)).endsWith("stage=done");
    }

    @Test
    void only_who_holds_a_key_for_surveys_makes_links() {
        HttpResponse<String> answer = send(visitor.request("/v1/surveys/links")
                .header("Authorization", "Bearer phone-key")
                .header("Content-Type", Caller.JSON)
                .POST(BodyPublishers.ofString("{\"survey\":\"after-delivery\",\"email\":\"ada@example.org\"}")));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(send(visitor.request("/v1/surveys/links")
                                .header("Content-Type", Caller.JSON)
                                .POST(BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"survey\":\"none\",\"email\":\"ada@example.org\"}",
                "{\"survey\":\"after-delivery\"}",
                "{\"survey\":\"after-delivery\",\"email\":\"ada\"}",
                "{\"survey\":\"after-delivery\",\"email\":\"ada@example.org\",\"customerNumber\":\"1\"}",
                "{\"survey\":\"after-delivery\",\"email\":\"ada@example.org\",\"validDays\":0}",
                "[]"
            })
    void a_link_that_cannot_be_made_is_told_why(String body) {
        HttpResponse<String> answer = visitor.post("/v1/surveys/links", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("detail").asText()).isNotBlank();
    }

    @Test
    void a_page_of_a_configured_origin_may_use_the_widget() {
        HttpResponse<String> preflight = send(visitor.request("/widget/contact")
                .header("Origin", SHOP)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type")
                .method("OPTIONS", BodyPublishers.noBody()));
        HttpResponse<String> opened =
                send(visitor.request("/widget/contact?lang=fa").header("Origin", SHOP));

        assertThat(preflight.statusCode()).isLessThan(300);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
                .contains(SHOP);
        assertThat(preflight
                        .headers()
                        .firstValue("Access-Control-Allow-Headers")
                        .orElseThrow())
                .containsIgnoringCase("content-type");
        assertThat(opened.headers().firstValue("Access-Control-Allow-Origin")).contains(SHOP);
        HttpResponse<String> sent =
                widget("{\"token\":\"" + json(opened).get("token").asText()
                        + "\",\"kind\":\"callback\",\"language\":\"fa\",\"phone\":\"+442079460000\"}");
        assertThat(sent.statusCode()).isEqualTo(202);
        JsonNode feedback = onlyFeedback(idOf(sent));
        assertThat(feedback.get("channel").asText()).isEqualTo("callback");
        assertThat(feedback.get("language").asText()).isEqualTo("fa");
    }

    @Test
    void the_widgets_problems_can_be_read_by_the_page_it_stands_on() {
        HttpResponse<String> answer = widget("{\"token\":\"none\",\"kind\":\"message\",\"message\":\"hello\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains(SHOP);
        assertThat(json(answer).at("/invalidParams/0/name").asText()).isEqualTo("token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example.org", "null", "http://127.0.0.1.evil.example.org"})
    void a_page_of_another_origin_may_not(String origin) {
        HttpResponse<String> opened = send(visitor.request("/widget/contact").header("Origin", origin));

        assertThat(opened.statusCode()).isEqualTo(403);
        assertThat(opened.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(opened.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(json(opened).get("type").asText()).endsWith(":origin-not-allowed");
    }

    @Test
    void the_script_may_be_loaded_from_anywhere() {
        HttpResponse<String> script = send(visitor.request("/widget.js"));

        assertThat(script.statusCode()).isEqualTo(200);
        assertThat(script.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/javascript");
        assertThat(script.headers().firstValue("Cross-Origin-Resource-Policy")).contains("cross-origin");
        assertThat(script.body()).doesNotContain("localStorage", "document.cookie", "innerHTML", "sessionStorage");
    }

    private String link(String customerNumber) {
        HttpResponse<String> made = visitor.post(
                "/v1/surveys/links",
                "{\"survey\":\"after-delivery\",\"customerNumber\":\"" + customerNumber + "\",\"language\":\"en-GB\"}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
        String url = json(made).get("url").asText();
        return url.substring(url.indexOf("/surveys/"));
    }

    private HttpResponse<String> answer(String token, String answeredAt, String sentAt) {
        return send(visitor.request("/kiosk/entrance/answers")
                .header("Content-Type", Caller.JSON)
                .POST(BodyPublishers.ofString("{\"token\":\"" + token + "\",\"score\":2,\"language\":\"en\","
                        + "\"answeredAt\":\"" + answeredAt + "\",\"sentAt\":\"" + sentAt + "\"}")));
    }

    private HttpResponse<String> widget(String body) {
        return send(visitor.request("/widget/contact")
                .header("Origin", SHOP)
                .header("Content-Type", Caller.JSON)
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> post(String path, Map<String, String> fields) {
        return send(form(path, fields).header("Accept", "text/html"));
    }

    private HttpResponse<String> postForJson(String path, Map<String, String> fields) {
        return send(form(path, fields).header("Accept", Caller.JSON));
    }

    private HttpRequest.Builder form(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + '=' + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return visitor.request(path + "?lang=en")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return visitor.send(request).join();
    }

    private String tokenOf(String path) {
        Matcher matcher = TOKEN.matcher(send(visitor.request(path)).body());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private JsonNode onlyFeedback(String id) {
        return data(only(Topics.FEEDBACK_RECEIVED, id));
    }

    private ConsumerRecord<byte[], byte[]> only(String topic, String id) {
        List<ConsumerRecord<byte[], byte[]>> found = records(topic, id);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private List<ConsumerRecord<byte[], byte[]>> records(String topic, String id) {
        return records(topic).stream()
                .filter(record ->
                        new String(record.headers().lastHeader(CloudEvents.ID).value(), UTF_8).equals(id))
                .toList();
    }

    private List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        return new TopicReader(broker).readToEnd(topic, begun);
    }

    private static JsonNode data(ConsumerRecord<byte[], byte[]> record) {
        try {
            return MAPPER.readTree(record.value());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return MAPPER.readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    private static String idOf(HttpResponse<String> answer) {
        return json(answer).get("feedbackId").asText();
    }

    private static String location(HttpResponse<String> answer) {
        String location = answer.headers().firstValue("Location").orElseThrow();
        return location.replaceFirst("^https?://[^/]+", "");
    }

    private static String after(HttpResponse<String> answer, String word) {
        String location = location(answer);
        return location.substring(location.indexOf(word) + word.length());
    }
}
