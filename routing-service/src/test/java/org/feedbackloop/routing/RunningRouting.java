package org.feedbackloop.routing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import java.time.Duration;

/** The service under test as its callers see it. */
public final class RunningRouting {

    private RunningRouting() {}

    /** The live rules, once they have been read: right after the start there are none to show or to decide by. */
    public static Response rules() {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> given().get("/v1/rules"), rules -> rules.statusCode() == 200);
    }
}
