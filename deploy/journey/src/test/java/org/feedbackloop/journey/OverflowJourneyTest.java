package org.feedbackloop.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A queue that is full hands on what comes, until somebody has answered. */
class OverflowJourneyTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String QUEUES = """

            queues:
              - {name: crowded, categories: [delivery], calendar: office, capacity: 2, overflow: roomy}
              - {name: roomy, calendar: office}
            """;

    private final FeedbackLoop system = WholeSystem.fromOutside();

    @Test
    void the_third_complaint_goes_on_to_the_next_queue_and_home_again_once_one_is_closed() {
        try (RoutingReplicas routing = RoutingReplicas.one(WholeSystem.stack())) {
            String before = routing.version();
            routing.put(routing.text().replaceFirst("\nqueues: *\n", QUEUES));
            try {
                String first = complain("first.in.line@example.org", "crowded", null);
                complain("second.in.line@example.org", "crowded", null);
                awaitNext(routing, "roomy");
                complain("third.in.line@example.org", "roomy", "crowded");

                assertThat(system.answer(first, "carol", "Your parcel is on its way.")
                                .statusCode())
                        .isEqualTo(201);
                awaitEntry("first.in.line@example.org", "case-closed");
                awaitNext(routing, "crowded");
                complain("fourth.in.line@example.org", "crowded", null);
            } finally {
                routing.restore(before);
            }
        }
    }

    /** Complains, sees on the timeline where that went, and returns the case. */
    private String complain(String email, String queue, String overflowFrom) {
        var posted = system.post(
                "/v1/feedback",
                "application/json",
                "{\"channel\":\"web-form\",\"type\":\"complaint\",\"text\":\"My parcel has not come.\","
                        + "\"about\":{\"category\":\"delivery\"},\"customer\":{\"email\":\"" + email + "\"}}",
                email);
        assertThat(posted.statusCode()).as(posted.body()).isEqualTo(202);

        JsonNode opened = awaitEntry(email, "case-opened");
        JsonNode heard = awaitEntry(email, "feedback").path("detail");
        assertThat(heard.path("queue").asText()).isEqualTo(queue);
        assertThat(heard.path("overflowFrom").asText(null)).isEqualTo(overflowFrom);
        return opened.path("caseId").asText();
    }

    /** The number of open cases is a hint, and some moments old. */
    private static void awaitNext(RoutingReplicas routing, String queue) {
        await().pollInterval(Duration.ofMillis(50))
                .atMost(PATIENCE)
                .until(
                        () -> routing.explain(
                                        "{\"type\":\"complaint\",\"text\":\"My parcel has not come.\",\"about\":{\"category\":\"delivery\"}}")
                                .path("queue")
                                .asText(),
                        queue::equals);
    }

    private JsonNode awaitEntry(String email, String kind) {
        return await().pollInterval(Duration.ofMillis(50))
                .atMost(PATIENCE)
                .until(
                        () -> timeline(email).stream()
                                .filter(entry -> entry.path("kind").asText().equals(kind))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private List<JsonNode> timeline(String email) {
        JsonNode customer = system.customer(email);
        return customer.isMissingNode()
                ? List.of()
                : system.timeline(customer.path("id").asText());
    }
}
