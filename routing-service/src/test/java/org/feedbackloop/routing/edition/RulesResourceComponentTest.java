package org.feedbackloop.routing.edition;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.feedbackloop.routing.edition.Change.rules;
import static org.feedbackloop.routing.edition.Change.versionOf;
import static org.feedbackloop.routing.edition.RulesDesk.put;
import static org.feedbackloop.routing.edition.RulesDesk.tag;
import static org.feedbackloop.routing.edition.RulesDesk.withKey;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.feedbackloop.event.Topics;
import org.feedbackloop.local.StackTestResource;
import org.feedbackloop.local.TopicReader;
import org.feedbackloop.routing.ShippedRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules as people change them over HTTP. */
@QuarkusTest
@TestProfile(OwnRules.class)
@QuarkusTestResource(StackTestResource.class)
class RulesResourceComponentTest {

    private static final String PROBLEM = "application/problem+json";

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @ConfigProperty(name = "quarkus.management.test-port")
    int management;

    @Test
    void changed_rules_are_live_as_they_were_written_and_stand_in_decisions() {
        String text = "# Why: the lamp campaign. Добро пожаловать 👍\n" + rules("campaign");

        Response answer = withKey()
                .header("If-Match", tag())
                .contentType("application/yaml")
                .queryParam("author", "Ada Lovelace")
                .queryParam("note", "for the lamp campaign")
                .body(text.getBytes(UTF_8))
                .put("/v1/rules");

        answer.then()
                .statusCode(200)
                .body("version", startsWith("campaign-"))
                .body("number", greaterThan(0))
                .body("author", matchesPattern("Ada Lovelace \\(key [0-9a-f]{8}\\)"))
                .body("note", equalTo("for the lamp campaign"))
                .body("changedAt", notNullValue())
                .body("live", equalTo(true));
        assertThat(given().get("/v1/rules").body().asString()).isEqualTo(text);
        assertThat(tag())
                .isEqualTo(answer.header("ETag"))
                .isEqualTo('"' + answer.jsonPath().getString("version") + '"');
        given().contentType(ContentType.JSON)
                .body("{\"text\": \"It is broken\"}")
                .post("/v1/explain")
                .then()
                .body("rulesVersion", startsWith("campaign-"));
    }

    @Test
    void rules_with_anything_wrong_in_them_are_told_whole_and_leave_the_live_ones_alone() {
        put(rules("before-the-mistake"));
        String tag = tag();
        long published = published();
        String wrong = rules("mistaken")
                .replace("script: latin\n", "script: runes\n")
                .replace("Europe/Warsaw", "Europe/Krakow")
                .replace("fallback: general", "fallback: geneal");

        put(wrong, tag)
                .then()
                .statusCode(422)
                .contentType(PROBLEM)
                .body("type", equalTo("urn:org.feedbackloop:problem:invalid-rules"))
                .body("detail", equalTo("3 things are wrong; nothing was changed."))
                .body("invalidParams.line", equalTo(List.of(4, 17, 21)))
                .body(
                        "invalidParams.name",
                        equalTo(List.of("languages.en.script", "calendars.office.zone", "fallback")))
                .body("invalidParams[2].reason", containsString("did you mean general?"));

        assertThat(tag()).isEqualTo(tag);
        assertThat(published()).isEqualTo(published);
    }

    @Test
    void rules_that_are_live_already_are_not_published_again() {
        put(rules("settled"));
        long published = published();

        put(rules("settled")).then().statusCode(200).header("ETag", '"' + versionOf("settled") + '"');
        put(rules("settled"), "\"what-i-saw-before-it-went-through\"").then().statusCode(200);

        assertThat(published()).isEqualTo(published);
    }

    @Test
    void rules_that_were_changed_meanwhile_are_not_overwritten() {
        put(rules("first"));
        String seen = tag();
        put(rules("second"));

        put(rules("third"), seen)
                .then()
                .statusCode(412)
                .contentType(PROBLEM)
                .body("detail", containsString(versionOf("second")));

        assertThat(tag()).isEqualTo('"' + versionOf("second") + '"');
    }

    @Test
    void of_many_who_change_the_same_rules_at_once_one_wins() throws Exception {
        put(rules("before-the-rush"));
        String tag = tag();
        ExecutorService people = Executors.newFixedThreadPool(8);
        List<Future<Response>> answers = new ArrayList<>();
        try {
            List<Callable<Response>> wishes = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                String wish = rules("rush-" + i);
                wishes.add(() -> put(wish, tag));
            }
            answers.addAll(people.invokeAll(wishes));
        } finally {
            people.shutdown();
        }

        List<String> winners = new ArrayList<>();
        for (Future<Response> answer : answers) {
            assertThat(answer.get().statusCode()).isIn(200, 412);
            if (answer.get().statusCode() == 200) {
                winners.add(answer.get().header("ETag"));
            }
        }
        assertThat(winners).containsExactly(tag());
    }

    @Test
    void one_can_go_back_and_forth_between_versions() {
        put(rules("a"));
        put(rules("b"));

        withKey()
                .header("If-Match", tag())
                .queryParam("note", "b was no good")
                .post("/v1/rules/versions/" + versionOf("a") + "/restore")
                .then()
                .statusCode(200)
                .header("ETag", '"' + versionOf("a") + '"')
                .body("rolledBackTo", equalTo(versionOf("a")))
                .body("note", equalTo("b was no good"))
                .body("author", startsWith("key "));
        assertThat(given().get("/v1/rules").body().asString()).isEqualTo(rules("a"));

        withKey()
                .header("If-Match", tag())
                .post("/v1/rules/versions/" + versionOf("b") + "/restore")
                .then()
                .statusCode(200);
        assertThat(tag()).isEqualTo('"' + versionOf("b") + '"');
        put(rules("a")).then().statusCode(200);
        assertThat(tag()).isEqualTo('"' + versionOf("a") + '"');

        given().get("/v1/rules/versions")
                .then()
                .statusCode(200)
                .body("[0].version", equalTo(versionOf("a")))
                .body("[0].live", equalTo(true))
                .body("[1].version", equalTo(versionOf("b")))
                .body("[1].live", equalTo(false))
                .body("findAll { it.live }", hasSize(1))
                .body("[-1].number", equalTo(0))
                .body("[-1].version", equalTo(ShippedRules.document().version()));
        assertThat(given().get("/v1/rules/versions/" + versionOf("b")).body().asString())
                .isEqualTo(rules("b"));
        assertThat(given().get("/v1/rules/versions/" + ShippedRules.document().version())
                        .body()
                        .asString())
                .isEqualTo(ShippedRules.document().text());
    }

    @Test
    void what_was_never_live_cannot_be_restored() {
        given().get("/v1/rules/versions/shop-0-00000000").then().statusCode(404).contentType(PROBLEM);
        withKey()
                .header("If-Match", tag())
                .post("/v1/rules/versions/shop-0-00000000/restore")
                .then()
                .statusCode(404)
                .contentType(PROBLEM);
    }

    @Test
    void to_restore_one_must_say_what_is_to_go() {
        put(rules("kept"));

        withKey()
                .post("/v1/rules/versions/" + versionOf("kept") + "/restore")
                .then()
                .statusCode(428);
        withKey()
                .header("If-Match", "\"something-else\"")
                .post("/v1/rules/versions/" + ShippedRules.document().version() + "/restore")
                .then()
                .statusCode(412);
    }

    @ParameterizedTest
    @CsvSource({
        "PUT,  /v1/rules",
        "POST, /v1/rules/check",
        "POST, /v1/rules/backtest",
        "POST, /v1/rules/versions/shop-1/restore",
    })
    void without_a_key_nothing_is_changed_or_tried(String method, String path) {
        for (String authorization : List.of("", "Bearer wrong", "Basic bG9jYWwta2V5")) {
            given().header("Authorization", authorization)
                    .header("If-Match", "*")
                    .contentType("application/yaml")
                    .body(rules("stolen").getBytes(UTF_8))
                    .request(method, path)
                    .then()
                    .statusCode(401)
                    .header("WWW-Authenticate", "Bearer")
                    .contentType(PROBLEM);
        }
    }

    @Test
    void without_if_match_nothing_is_changed() {
        withKey()
                .contentType("application/yaml")
                .body(rules("careless").getBytes(UTF_8))
                .put("/v1/rules")
                .then()
                .statusCode(428)
                .contentType(PROBLEM)
                .body("type", equalTo("urn:org.feedbackloop:problem:if-match-is-missing"));
    }

    @Test
    void a_document_that_no_broker_would_take_is_refused_at_the_door() {
        put("#" + "x".repeat(500_000), "*").then().statusCode(413).contentType(PROBLEM);
    }

    @Test
    void the_longest_document_that_grows_most_on_its_way_is_taken() {
        String text = rules("long");
        String longest = text + "#" + "\"\\".repeat((499_900 - text.length()) / 2) + "\n";

        put(longest).then().statusCode(200);

        assertThat(given().get("/v1/rules").body().asString()).isEqualTo(longest);
        put(rules("short-again")).then().statusCode(200);
    }

    @Test
    void what_is_no_document_is_refused() {
        withKey()
                .header("If-Match", tag())
                .contentType("application/yaml")
                .body("name: späte Regeln".getBytes(ISO_8859_1))
                .put("/v1/rules")
                .then()
                .statusCode(422)
                .body("invalidParams[0].reason", containsString("not UTF-8"));
        withKey()
                .header("If-Match", tag())
                .contentType("application/yaml")
                .put("/v1/rules")
                .then()
                .statusCode(422)
                .body("invalidParams[0].reason", containsString("empty"));
        withKey()
                .header("If-Match", tag())
                .contentType(ContentType.JSON)
                .body("{}")
                .put("/v1/rules")
                .then()
                .statusCode(415)
                .contentType(PROBLEM);
    }

    @Test
    void a_note_of_many_lines_is_refused() {
        withKey()
                .header("If-Match", tag())
                .contentType("application/yaml")
                .queryParam("note", "one\ntwo")
                .body(rules("noted").getBytes(UTF_8))
                .put("/v1/rules")
                .then()
                .statusCode(400)
                .body("detail", containsString("note"));
    }

    @Test
    void a_document_is_checked_without_being_live() {
        String tag = tag();

        withKey()
                .contentType("application/yaml")
                .body(rules("checked").getBytes(UTF_8))
                .post("/v1/rules/check")
                .then()
                .statusCode(200)
                .body("version", equalTo(versionOf("checked")))
                .body("languages", equalTo(2))
                .body("queues", equalTo(2))
                .body("warnings.path", hasItems("languages.ru", "obligations.idea"));
        withKey()
                .contentType("application/yaml")
                .body(rules("checked").replace("within: 3d", "within: soon").getBytes(UTF_8))
                .post("/v1/rules/check")
                .then()
                .statusCode(422)
                .body("invalidParams[0].line", equalTo(25));

        assertThat(tag()).isEqualTo(tag);
    }

    @Test
    void editors_get_a_schema() {
        given().get("/v1/rules/schema")
                .then()
                .statusCode(200)
                .contentType("application/schema+json")
                .body(containsString("\"$defs\""));
    }

    @Test
    void what_is_live_is_told_to_those_who_watch() {
        put(rules("watched"));

        given().port(management)
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("routing_rules_changes_total{outcome=\"live\"}"))
                .body(containsString("routing_rules_edition "))
                .body(not(containsString("routing_rules_edition -1.0")));
    }

    @Test
    void all_of_it_is_described() {
        given().get("/q/openapi")
                .then()
                .statusCode(200)
                .body(containsString("/v1/rules/versions/{version}/restore"))
                .body(containsString("/v1/rules/check"))
                .body(containsString("/v1/rules/schema"))
                .body(containsString("/v1/rules/backtest"))
                .body(containsString("If-Match"))
                .body(containsString("application/x-ndjson"));
    }

    private long published() {
        return new TopicReader(broker).readToEnd(Topics.ROUTING_RULES).size();
    }
}
