package org.feedbackloop.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.feedbackloop.event.v1.FollowUpOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is logged by accident, it is no address and nothing that a customer or a consultant wrote. */
class RedactionTest {

    private static final List<String> PERSONAL = List.of(
            "customerName",
            "recipientName",
            "subject",
            "text",
            "evidence",
            "page",
            "referrer",
            "order",
            "feedbackExcerpt",
            "message",
            "original");

    static List<GoldenFile> personal() {
        return GoldenFile.all().stream()
                .filter(golden -> !personalIn(golden.data()).isEmpty())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("personal")
    void an_event_prints_nothing_personal(GoldenFile golden) {
        assertThat(golden.read().toString()).doesNotContain(personalIn(golden.data()));
    }

    @Test
    void an_outcome_does_not_print_what_a_mail_server_answered() {
        ObjectNode data = GoldenFile.named(EventType.FOLLOWUP_OUTCOME, "skipped-without-a-sender")
                .data()
                .put("result", "failed")
                .put("reason", "550 no mailbox for ada.kowalski@example.org");
        FollowUpOutcome outcome = GoldenFile.named(EventType.FOLLOWUP_OUTCOME, "skipped-without-a-sender")
                .with(data)
                .read(EventType.FOLLOWUP_OUTCOME)
                .data();

        assertThat(outcome.reason()).contains("ada.kowalski");
        assertThat(outcome).asString().doesNotContain("ada.kowalski");
    }

    private static List<String> personalIn(JsonNode data) {
        Stream<JsonNode> addresses = Stream.of("contacts", "recipient")
                .flatMap(field -> data.findValues(field).stream())
                .flatMap(contact -> contact.findValues("value").stream());
        Stream<JsonNode> words = PERSONAL.stream().flatMap(field -> data.findValues(field).stream());
        return Stream.concat(addresses, words)
                .flatMap(RedactionTest::texts)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static Stream<String> texts(JsonNode value) {
        Stream<JsonNode> values = value.isArray() ? StreamSupport.stream(value.spliterator(), false) : Stream.of(value);
        // The page of a complaint book is a number.
        return values.filter(JsonNode::isTextual).map(JsonNode::textValue);
    }
}
