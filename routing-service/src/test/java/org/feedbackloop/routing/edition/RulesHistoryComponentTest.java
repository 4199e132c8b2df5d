package org.feedbackloop.routing.edition;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.feedbackloop.routing.edition.Change.versionOf;
import static org.hamcrest.Matchers.contains;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.feedbackloop.delivery.ReceivedRecords;
import org.feedbackloop.event.EventType;
import org.feedbackloop.event.Topics;
import org.feedbackloop.local.StackTestResource;
import org.feedbackloop.local.TopicReader;
import org.feedbackloop.routing.ShippedRules;
import org.junit.jupiter.api.Test;

/** A replica that starts when the rules have a past. */
@QuarkusTest
@QuarkusTestResource(value = StackTestResource.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = EarlierRules.class, restrictToAnnotatedClass = true)
class RulesHistoryComponentTest {

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @Test
    void the_past_is_read_before_the_first_feedback_is_routed() {
        List<String> versions = await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> new TopicReader(broker)
                                .readToEnd(Topics.FEEDBACK_ROUTED).stream()
                                        .map(record -> ReceivedRecords.read(EventType.FEEDBACK_ROUTED, record))
                                        .filter(routed -> routed.causationId().equals(EarlierRules.FEEDBACK.id()))
                                        .map(routed -> routed.data().rulesVersion())
                                        .toList(),
                        found -> !found.isEmpty());

        assertThat(versions).containsOnly(versionOf("lately"));
    }

    @Test
    void the_past_is_there_to_be_seen() {
        given().get("/v1/rules/versions")
                .then()
                .statusCode(200)
                .body(
                        "version",
                        contains(
                                versionOf("lately"),
                                versionOf("long-ago"),
                                ShippedRules.document().version()))
                .body("live", contains(true, false, false));
    }
}
