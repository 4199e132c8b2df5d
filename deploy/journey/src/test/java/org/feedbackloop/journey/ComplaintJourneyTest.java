package org.feedbackloop.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.feedbackloop.event.CloudEvents;
import org.feedbackloop.event.EventType;
import org.feedbackloop.local.Mail;
import org.junit.jupiter.api.Test;

/** What customers say goes in at the door, and they hear back. */
class ComplaintJourneyTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final FeedbackLoop system = WholeSystem.fromOutside();

    @Test
    void a_complaint_by_form_is_acknowledged_answered_and_closed_in_time() {
        String email = "ada.marsh@example.org";
        HttpResponse<String> submitted = system.submitForm(
                "en",
                Map.of(
                        "name",
                        "Ada Marsh",
                        "email",
                        email,
                        "message",
                        "The lamp I ordered arrived broken. I am very disappointed, please refund me!"));
        assertThat(submitted.statusCode()).isEqualTo(303);
        assertThat(system.follow(submitted).statusCode()).isEqualTo(200);

        Mail acknowledgement = awaitMails(email, 1).get(0);
        String caseId = awaitKind(email, "case-opened").path("caseId").asText();
        // The mail is there before it is told that it was sent.
        awaitKind(email, "follow-up-sent");
        HttpResponse<String> answered =
                system.answer(caseId, "carol", "A new lamp is on its way to you, with our apologies.");
        assertThat(answered.statusCode()).isEqualTo(201);
        Mail answer = awaitMails(email, 2).get(1);
        awaitKind(email, "case-closed");

        assertThat(answer.text()).contains("A new lamp is on its way to you");
        assertThat(answer.header("References"))
                .hasValueSatisfying(references -> assertThat(references).contains(acknowledgement.messageId()));
        JsonNode closed = system.crm("/v1/cases/" + caseId);
        assertThat(closed.path("status").asText()).isEqualTo("closed");
        assertThat(closed.path("closedInTime").asBoolean()).isTrue();

        List<JsonNode> timeline = timeline(email);
        assertThat(timeline)
                .extracting(entry -> entry.path("kind").asText())
                .containsExactly(
                        "feedback",
                        "stage-changed",
                        "stage-changed",
                        "case-opened",
                        "follow-up-requested",
                        "follow-up-sent",
                        "case-answered",
                        "follow-up-requested",
                        "follow-up-sent",
                        "case-closed");
        assertThat(timeline)
                .extracting(entry -> Instant.parse(entry.path("happenedAt").asText()))
                .isSorted();
        assertThatAllBelongTogether(timeline);
        assertThat(acknowledgement.header("X-Feedback-Id"))
                .hasValue(timeline.get(0).path("correlationId").asText());
    }

    @Test
    void the_same_key_posted_twenty_times_at_once_is_one_entry_and_one_mail() throws Exception {
        String email = "twenty.times@example.org";
        Set<String> ids = postTwentyTimesAtOnce(
                "twenty-times",
                "{\"channel\":\"web-form\",\"text\":\"Where is my parcel?\",\"customer\":{\"email\":\"" + email
                        + "\"}}");

        assertThat(ids).hasSize(1);
        assertOneEntryAndOneMail(email);
    }

    @Test
    void the_same_message_of_a_provider_twenty_times_at_once_is_one_entry_and_one_mail() throws Exception {
        String email = "provider.retries@example.org";
        Set<String> ids = postTwentyTimesAtOnce(
                null,
                "{\"channel\":\"messenger\",\"messageId\":\"update-4711\",\"text\":\"Where is my parcel?\",\"customer\":{\"email\":\""
                        + email + "\"}}");

        assertThat(ids).hasSize(1);
        assertOneEntryAndOneMail(email);
    }

    /** Waits for something that is said later to have gone all the way, so that a second mail would have been there. */
    private void assertOneEntryAndOneMail(String email) {
        awaitMails(email, 1);
        system.post(
                "/v1/feedback",
                "application/json",
                "{\"channel\":\"web-form\",\"text\":\"Thank you, it has come!\",\"customer\":{\"email\":\"" + email
                        + "\"}}",
                "after-" + email);
        awaitMails(email, 2);
        assertThat(timeline(email))
                .filteredOn(entry -> entry.path("kind").asText().equals("feedback"))
                .hasSize(2);
    }

    private Set<String> postTwentyTimesAtOnce(String key, String body) throws Exception {
        ExecutorService browsers = Executors.newFixedThreadPool(20);
        try {
            List<Future<HttpResponse<String>>> answers = browsers.invokeAll(IntStream.range(0, 20)
                    .<Callable<HttpResponse<String>>>mapToObj(
                            i -> () -> system.post("/v1/feedback", "application/json", body, key))
                    .toList());
            Set<String> ids = new HashSet<>();
            for (Future<HttpResponse<String>> answer : answers) {
                assertThat(answer.get().statusCode()).isEqualTo(202);
                ids.add(FeedbackLoop.json(answer.get().body())
                        .path("feedbackId")
                        .asText());
            }
            return ids;
        } finally {
            browsers.shutdown();
        }
    }

    /** One correlation, and every cause is an event that anybody can find on a topic. */
    private void assertThatAllBelongTogether(List<JsonNode> timeline) {
        String correlation = timeline.get(0).path("correlationId").asText();
        assertThat(timeline)
                .allSatisfy(entry ->
                        assertThat(entry.path("correlationId").asText()).isEqualTo(correlation));
        // What is on a timeline already may still be on its way to its topic.
        await().atMost(PATIENCE).untilAsserted(() -> {
            Set<String> events = eventsOf(correlation);
            assertThat(timeline)
                    .allSatisfy(entry -> assertThat(events)
                            .contains(
                                    entry.path("eventId").asText(),
                                    entry.path("causationId").asText()));
        });
    }

    private Set<String> eventsOf(String correlation) {
        return EventType.all().stream()
                .flatMap(type -> system.topics().readToEnd(type.topic()).stream())
                .filter(record -> header(record, CloudEvents.CORRELATION_ID).equals(correlation))
                .map(record -> header(record, CloudEvents.ID))
                .collect(Collectors.toSet());
    }

    private List<Mail> awaitMails(String email, int count) {
        return await().atMost(PATIENCE).until(() -> system.mailbox().to(email), mails -> mails.size() == count);
    }

    private JsonNode awaitKind(String email, String kind) {
        return await().atMost(PATIENCE)
                .until(
                        () -> Stream.of(email)
                                .filter(known -> !system.customer(known).isMissingNode())
                                .flatMap(known -> timeline(known).stream())
                                .filter(entry -> entry.path("kind").asText().equals(kind))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private List<JsonNode> timeline(String email) {
        return system.timeline(system.customer(email).path("id").asText());
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }
}
