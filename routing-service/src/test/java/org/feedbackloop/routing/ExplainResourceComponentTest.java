package org.feedbackloop.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.feedbackloop.local.StackTestResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people see of routing-service over HTTP. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class ExplainResourceComponentTest {

    @ConfigProperty(name = "quarkus.management.test-port")
    int management;

    @BeforeEach
    void awaitRules() {
        RunningRouting.rules();
    }

    @Test
    void a_decision_is_explained() {
        JsonPath explained = explain("""
                {"text": "¿Hacen envíos a Canarias?", "language": "en", "about": {"page": "https://shop.example/delivery"},
                 "contacts": ["read by nobody here"]}""").then().statusCode(200).extract().jsonPath();

        assertThat(explained.getString("language")).isEqualTo("es");
        assertThat(explained.getString("type")).isEqualTo("question");
        assertThat(explained.getString("category")).isEqualTo("delivery");
        assertThat(explained.getString("queue")).isEqualTo("delivery");
        assertThat(explained.getString("priority")).isEqualTo("normal");
        assertThat(explained.getString("obligation.action")).isEqualTo("answer");
        assertThat(explained.getString("rulesVersion")).startsWith("shop-1-");
        assertThat(explained.getList("findings.step"))
                .containsExactly("language", "type", "category", "queue", "priority", "obligation");
    }

    @Test
    void articles_and_the_class_of_the_customer_are_read_and_harm_is_said_to_be_before_a_supervisor() {
        explain("""
                {"text": "The kettle caught fire", "about": {"order": "A-1", "skus": ["KIT-7", "KIT-9"]},
                 "customer": {"class": "A", "name": "read by nobody here"}}""")
                .then()
                .statusCode(200)
                .body("category", equalTo("product/kitchen"))
                .body("queue", equalTo("care"))
                .body("priority", equalTo("urgent"))
                .body("supervisor", equalTo(true))
                .body("overflowFrom", nullValue())
                .body("findings.find { it.step == 'category' }.evidence", hasItem("order line KIT-*"));
    }

    @Test
    void a_draft_is_explained_without_being_live() {
        String draft = ShippedRules.document()
                .text()
                .replace("name: shop-1", "name: draft-1")
                .replace("fallback: general", "fallback: somebody")
                .replace("{name: general,", "{name: somebody,");

        explainWithKey(Map.of("text", "Good morning", "rules", draft))
                .then()
                .statusCode(200)
                .body("queue", equalTo("somebody"))
                .body("rulesVersion", startsWith("draft-1-"));
        explain("{\"text\": \"Good morning\"}")
                .then()
                .body("queue", equalTo("general"))
                .body("rulesVersion", startsWith("shop-1-"));
    }

    @Test
    void a_draft_with_something_wrong_in_it_is_refused() {
        explainWithKey(Map.of("text", "Good morning", "rules", "name: draft-1\nlanguages: none\n"))
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:org.feedbackloop:problem:invalid-rules"))
                .body("invalidParams.find { it.name == 'languages' }.line", equalTo(2));
    }

    @Test
    void a_draft_is_read_for_those_alone_who_have_a_key() {
        Map<String, String> question = Map.of("text", "Good morning", "rules", "name: draft-1\nlanguages: none\n");

        explain(question).then().statusCode(401).contentType("application/problem+json");
        given().header("Authorization", "Bearer swordfish")
                .contentType(ContentType.JSON)
                .body(question)
                .post("/v1/explain")
                .then()
                .statusCode(401);
    }

    @Test
    void a_rating_alone_is_enough() {
        explain("""
                {"rating": {"scale": "nps", "score": 2}}""")
                .then()
                .statusCode(200)
                .body("type", equalTo("complaint"))
                .body("findings.find { it.step == 'type' }.evidence", hasItem("nps 2"));
    }

    @Test
    void a_consent_word_obliges_to_nothing() {
        explain("""
                {"text": "STOP", "consentWord": "stop"}""")
                .then()
                .statusCode(200)
                .body("type", equalTo("other"))
                .body("obligation", nullValue())
                .body("findings.find { it.step == 'type' }.evidence", hasItem("consent word stop"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                                         | text         | is missing
                    {"text": "   "}                                            | text         | is missing
                    {"text": {"en": "hi"}}                                     | text         | not of the expected type
                    {"text": "hi", "type": "rant"}                             | type         | must be one of complaint, idea
                    {"text": "hi", "rating": {"scale": "stars", "score": 9}}   | rating       | must be 1 to 5, not 9
                    {"text": "hi", "rating": {"scale": "moons", "score": 1}}   | rating.scale | must be one of nps
                    {"text": "hi", "rating": {"scale": "nps", "score": "ten"}} | rating.score | not of the expected type
                    {"text": "hi", "rating": 5}                                | rating       | not of the expected type
                    {"text": "hi", "about": ["page"]}                          | about        | not of the expected type
                    {"text": "hi", "about": {"skus": "CUP-7"}}                 | about.skus   | not of the expected type
                    {"text": "hi", "customer": {"class": "gold"}}              | customer.class | must be one of A, B, C
                    ["hi"]                                                     | ''           | not of the expected type
                    null                                                       | ''           | is empty
                    """)
    void what_is_no_feedback_is_named(String body, String name, String reason) {
        explain(body)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:org.feedbackloop:problem:invalid-statement"))
                .body("title", not(equalTo("")))
                .body("status", equalTo(400))
                .body("instance", equalTo("/v1/explain"))
                .body("invalidParams[0].name", equalTo(name))
                .body("invalidParams[0].reason", containsString(reason));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"text\": \"hi\"", "text=hi", "{\"text\": \"\u0001\"}"})
    void what_is_no_json_is_told_so(String body) {
        explain(body)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:org.feedbackloop:problem:bad-request"))
                .body("detail", equalTo("The body is not JSON."));
    }

    @Test
    void a_text_longer_than_any_feedback_is_refused() {
        explain("{\"text\": \"" + "a".repeat(20_001) + "\"}")
                .then()
                .statusCode(400)
                .body("invalidParams[0].reason", equalTo("is longer than 20000 characters"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"category", "product", "order", "page", "location"})
    void what_it_is_about_is_no_longer_than_a_channel_would_tell_it(String field) {
        explain("{\"text\": \"hi\", \"about\": {\"" + field + "\": \"" + "A".repeat(1_000_000) + "\"}}")
                .then()
                .statusCode(400)
                .body("invalidParams[0].name", equalTo("about." + field))
                .body("invalidParams[0].reason", equalTo("is longer than 2000 characters"));
    }

    @Test
    void the_longest_feedback_in_the_widest_letters_is_explained() {
        explain("{\"text\": \"" + "क".repeat(20_000) + "\"}").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  /v1/explain,     405",
        "GET,  /v1/nothing,     404",
        "GET,  /,               404",
        "POST, /v1/rules,       405",
        "GET,  /v1/rules/../..', 404",
    })
    void what_is_not_there_is_a_problem_document(String method, String path, int status) {
        given().urlEncodingEnabled(false)
                .request(method, path)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status));
    }

    @Test
    void another_media_type_is_a_problem_document() {
        given().contentType("text/plain")
                .body("hi")
                .post("/v1/explain")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void the_live_rules_are_given_as_they_were_written() {
        Response rules = given().get("/v1/rules");

        rules.then().statusCode(200).contentType(startsWith("application/yaml"));
        assertThat(rules.body().asString())
                .isEqualTo(ShippedRules.document().text())
                .startsWith("# How feedback is routed");
        assertThat(rules.header("ETag")).isEqualTo('"' + ShippedRules.document().version() + '"');
    }

    @Test
    void rules_that_the_caller_has_are_not_sent_again() {
        String tag = given().get("/v1/rules").header("ETag");

        given().header("If-None-Match", tag)
                .get("/v1/rules")
                .then()
                .statusCode(304)
                .header("ETag", tag)
                .body(equalTo(""));
    }

    @Test
    void it_says_on_the_management_port_that_it_is_ready_and_what_it_counts() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> given().port(management).get("/q/health/ready"), ready -> ready.statusCode() == 200)
                .then()
                .body("checks.name", hasItems("publishing", "rules"));
        given().port(management).get("/q/metrics").then().statusCode(200);
    }

    @Test
    void its_api_is_described() {
        given().get("/q/openapi")
                .then()
                .statusCode(200)
                .body(containsString("/v1/explain"))
                .body(containsString("/v1/rules"));
    }

    private static Response explain(Object body) {
        return given().contentType(ContentType.JSON).body(body).post("/v1/explain");
    }

    private static Response explainWithKey(Object body) {
        return given().header("Authorization", "Bearer local-key")
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/explain");
    }
}
