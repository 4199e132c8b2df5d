package org.feedbackloop.routing.access;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.feedbackloop.local.StackTestResource;
import org.feedbackloop.routing.RunningRouting;
import org.feedbackloop.routing.ShippedRules;
import org.junit.jupiter.api.Test;

/** A service that is on no developer's machine, and for which no key was agreed. */
@QuarkusTest
@TestProfile(AccessComponentTest.Elsewhere.class)
@QuarkusTestResource(StackTestResource.class)
class AccessComponentTest {

    public static final class Elsewhere implements QuarkusTestProfile {
        @Override
        public String getConfigProfile() {
            return "staging";
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.http.test-port", "0", "quarkus.management.test-port", "0");
        }
    }

    @Test
    void nobody_changes_the_rules_and_everybody_may_look() {
        given().header("Authorization", "Bearer local-key")
                .header("If-Match", "*")
                .contentType("application/yaml")
                .body(ShippedRules.document().text().getBytes(UTF_8))
                .put("/v1/rules")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("detail", containsString("routing.access.key-sha256"));
        assertThat(RunningRouting.rules().body().asString()).isNotBlank();
    }
}
