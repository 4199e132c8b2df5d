package org.feedbackloop.routing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.feedbackloop.routing.Said.said;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TextsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private static final Router ROUTER = new Router(ShippedRules.document());

    @ParameterizedTest(name = "{0} {1}: {2}")
    @MethodSource("texts")
    void a_text_gets_its_language_and_type(String language, String type, String text) {
        Routing routing = ROUTER.route(said(text).statement(), NOW);

        assertThat(List.of(routing.language().code(), routing.type().wireName()))
                .as("%s", routing.findings())
                .containsExactly(language, type);
    }

    @Test
    void there_is_a_queue_and_a_reason_for_every_step_whatever_is_said() throws IOException {
        texts().map(text -> (String) text.get()[2]).forEach(text -> {
            Routing routing = ROUTER.route(said(text).statement(), NOW);

            assertThat(routing.queue()).isNotNull();
            assertThat(routing.findings())
                    .extracting("step")
                    .containsSubsequence("language", "type", "category", "queue", "priority", "obligation");
            assertThat(routing.findings())
                    .allSatisfy(finding -> assertThat(finding.evidence()).isNotEmpty());
        });
    }

    static Stream<Arguments> texts() throws IOException {
        try (var reader =
                new BufferedReader(new InputStreamReader(TextsTest.class.getResourceAsStream("/texts.txt"), UTF_8))) {
            return reader
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split(" \\| ", 3))
                    .map(parts -> Arguments.of(parts[0], parts[1], parts[2]))
                    .toList()
                    .stream();
        }
    }
}
