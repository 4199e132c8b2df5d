package org.feedbackloop.routing.edition;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.feedbackloop.routing.edition.Change.rules;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** A replica that starts while the broker is away: it cannot know which rules are live, and says so. */
@QuarkusTest
@TestProfile(BrokerAwayComponentTest.Alone.class)
class BrokerAwayComponentTest {

    public static final class Alone implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            // Quarkus' own check of the broker takes a minute to find that there is none.
            return Map.of("kafka.bootstrap.servers", "127.0.0.1:1", "quarkus.kafka.health.enabled", "false");
        }
    }

    @ConfigProperty(name = "quarkus.management.test-port")
    int management;

    @Test
    void it_is_not_ready() {
        given().port(management)
                .get("/q/health/ready")
                .then()
                .statusCode(503)
                .body("checks.find { it.name == 'rules' }.status", equalTo("DOWN"));
    }

    @Test
    void it_takes_no_rules_and_shows_none() {
        isUnavailable(RulesDesk.put(rules("hasty"), "*"));
        isUnavailable(given().get("/v1/rules"));
        isUnavailable(given().get("/v1/rules/versions"));
        isUnavailable(RulesDesk.withKey()
                .contentType("application/yaml")
                .body(rules("hasty").getBytes(UTF_8))
                .post("/v1/rules/backtest"));
        isUnavailable(given().contentType(ContentType.JSON)
                .body("{\"text\": \"It is broken\"}")
                .post("/v1/explain"));
    }

    @Test
    void what_needs_no_live_rules_works_all_the_same() {
        RulesDesk.withKey()
                .contentType("application/yaml")
                .body(rules("checked").getBytes(UTF_8))
                .post("/v1/rules/check")
                .then()
                .statusCode(200);
        RulesDesk.withKey()
                .contentType(ContentType.JSON)
                .body(Map.of("text", "It is broken", "rules", rules("draft")))
                .post("/v1/explain")
                .then()
                .statusCode(200)
                .body("type", equalTo("complaint"));
    }

    private static void isUnavailable(Response answer) {
        answer.then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .contentType("application/problem+json")
                .body("type", equalTo("urn:org.feedbackloop:problem:unavailable"));
    }
}
