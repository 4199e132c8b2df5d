package org.feedbackloop.routing.edition;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.feedbackloop.routing.RunningRouting;

/** How somebody with the local key changes the rules. */
final class RulesDesk {

    private RulesDesk() {}

    static String tag() {
        return RunningRouting.rules().header("ETag");
    }

    static Response put(String text) {
        return put(text, tag());
    }

    static Response put(String text, String tag) {
        return withKey()
                .header("If-Match", tag)
                .contentType("application/yaml")
                .body(text.getBytes(UTF_8))
                .put("/v1/rules");
    }

    static RequestSpecification withKey() {
        return given().header("Authorization", "Bearer local-key");
    }
}
