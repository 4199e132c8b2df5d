package org.feedbackloop.journey.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedbackBodiesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:15:00Z");

    private final List<String> bodies = FeedbackBodies.of(2_000, 7, NOW);

    @Test
    void every_body_is_canonical_json_of_the_same_length() throws IOException {
        for (String body : bodies) {
            assertThat(body.getBytes(UTF_8)).hasSize(FeedbackBodies.LENGTH);
            var feedback = new JsonMapper().readTree(body);
            assertThat(feedback.at("/channel").asText()).isEqualTo("web-form");
            assertThat(feedback.at("/text").asText()).isNotBlank();
            assertThat(Instant.parse(feedback.at("/occurredAt").asText())).isBeforeOrEqualTo(NOW);
            assertThat(feedback.at("/customer/email").asText()).contains("@");
            assertThat(feedback.at("/about/product").asText()).isNotBlank();
        }
    }

    @Test
    void no_two_are_equal_and_a_seed_gives_the_same_again() {
        assertThat(bodies).doesNotHaveDuplicates().isEqualTo(FeedbackBodies.of(2_000, 7, NOW));
    }
}
