package org.feedbackloop.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.feedbackloop.event.CloudEvents;
import org.feedbackloop.event.Topics;
import org.feedbackloop.local.Mail;
import org.jspecify.annotations.Nullable;

/** Follows one feedback through the system, and prints each station. */
final class Chain {

    private final FeedbackLoop system;
    private final PrintStream out;

    Chain(FeedbackLoop system, PrintStream out) {
        this.system = system;
        this.out = out;
    }

    /** Waits, by means of what is given, for each station to be reached. */
    void print(String feedbackId, String email, Waiting waiting) {
        var received = waiting.until(() -> event(Topics.FEEDBACK_RECEIVED, CloudEvents.ID, feedbackId));
        station("accepted", feedbackId);
        detail("happened", header(received, CloudEvents.TIME));
        detail("learnt", header(received, CloudEvents.RECORDED_TIME));

        var routed = waiting.until(() -> event(Topics.FEEDBACK_ROUTED, CloudEvents.CORRELATION_ID, feedbackId));
        JsonNode decision = FeedbackLoop.json(new String(routed.value(), UTF_8));
        station("routed", decision.path("queue").asText());
        decision.path("findings")
                .forEach(finding -> detail(
                        finding.path("step").asText(),
                        String.format(
                                "%-20s %.2f  %s",
                                finding.path("value").asText(),
                                finding.path("confidence").asDouble(),
                                because(finding))));

        List<JsonNode> timeline = waiting.until(() -> timelineOnceAcknowledged(email));
        JsonNode customer = system.customer(email);
        station("customer", customer.path("id").asText());
        of(timeline, "stage-changed", entry -> {
                    JsonNode step = entry.path("detail");
                    return step.path("model").asText() + ": "
                            + step.path("from").asText("(new)") + " → "
                            + step.path("to").asText() + ", by "
                            + step.path("rule").asText();
                })
                .forEach(step -> detail("stage", step));

        for (JsonNode opened : timeline) {
            if (opened.path("kind").asText().equals("case-opened")) {
                station("case", opened.path("caseId").asText());
                detail("queue", opened.path("detail").path("queue").asText());
                detail("owed", opened.path("detail").path("action").asText());
                detail("due", opened.path("detail").path("dueAt").asText());
            }
        }

        Mail mail = waiting.until(
                () -> system.mailbox().to(email).stream().findFirst().orElse(null));
        station("mail", mail.messageId());
        detail("to", String.join(", ", mail.to()));
        detail("subject", mail.subject());
        mail.text().lines().filter(line -> !line.isBlank()).limit(6).forEach(line -> out.println("      | " + line));
    }

    private @Nullable ConsumerRecord<byte[], byte[]> event(String topic, String header, String value) {
        return system.topics().readToEnd(topic).stream()
                .filter(record -> header(record, header).equals(value))
                .findFirst()
                .orElse(null);
    }

    private @Nullable List<JsonNode> timelineOnceAcknowledged(String email) {
        JsonNode customer = system.customer(email);
        if (customer.isMissingNode()) {
            return null;
        }
        List<JsonNode> timeline = system.timeline(customer.path("id").asText());
        return of(timeline, "follow-up-sent", JsonNode::toString).isEmpty() ? null : timeline;
    }

    private static List<String> of(List<JsonNode> timeline, String kind, Function<JsonNode, String> telling) {
        return timeline.stream()
                .filter(entry -> entry.path("kind").asText().equals(kind))
                .map(telling)
                .toList();
    }

    private static String because(JsonNode finding) {
        StringBuilder because = new StringBuilder();
        finding.path("evidence")
                .forEach(evidence ->
                        because.append(because.isEmpty() ? "" : ", ").append(evidence.asText()));
        if (finding.hasNonNull("rule")) {
            because.append(" [").append(finding.path("rule").asText()).append(']');
        }
        return because.toString();
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }

    private void station(String name, String what) {
        out.printf("  %-9s %s%n", name, what);
    }

    private void detail(String name, String what) {
        out.printf("      %-11s %s%n", name, what);
    }

    /** Asks until there is an answer. */
    interface Waiting {
        <T> T until(Supplier<@Nullable T> question);
    }
}
