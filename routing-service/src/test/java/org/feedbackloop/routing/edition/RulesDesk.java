package org.feedbackloop.routing.edition;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;

/** How somebody with the local key changes the rules. */
final class RulesDesk {

    private RulesDesk() {}

    /** Once the rules have been read: right after the start there are none to show. */
    static String tag() {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> given().get("/v1/rules"), rules -> rules.statusCode() == 200)
                .header("ETag");
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
