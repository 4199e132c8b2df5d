package org.feedbackloop.crm;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.feedbackloop.crm.Patience.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.feedbackloop.delivery.EventPublisher;
import org.feedbackloop.delivery.ReceivedRecords;
import org.feedbackloop.event.CloudEvents;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.EventType;
import org.feedbackloop.event.Topics;
import org.feedbackloop.event.v1.ContactKind;
import org.feedbackloop.event.v1.FollowUpOutcome;
import org.feedbackloop.event.v1.FollowUpPurpose;
import org.feedbackloop.event.v1.FollowUpRequested;
import org.feedbackloop.event.v1.FollowUpResult;
import org.feedbackloop.local.TopicReader;

/** The service under test as its neighbours see it: what they publish to it, ask of it, and read from it. */
public final class RunningCrm {

    private final EventPublisher publisher;
    private final String broker;

    public RunningCrm(EventPublisher publisher, String broker) {
        this.publisher = publisher;
        this.broker = broker;
    }

    public void hears(Event<?>... events) {
        for (Event<?> event : events) {
            publisher.publish(event).join();
        }
    }

    /** Whose address it is, once it is known. */
    public String customerOf(String contact) {
        return await().until(
                        () -> given().queryParam("contact", contact)
                                .get("/v1/customers")
                                .jsonPath()
                                .getString("[0].id"),
                        id -> id != null);
    }

    public JsonPath timeline(String customer) {
        return given().queryParam("size", 500)
                .get("/v1/customers/{id}/timeline", customer)
                .jsonPath();
    }

    /** The case that a customer's only feedback opened. */
    public String caseOf(String contact) {
        return timeline(customerOf(contact)).getString("find { it.kind == 'case-opened' }.caseId");
    }

    public JsonPath theCase(String caseId) {
        return given().get("/v1/cases/{id}", caseId).jsonPath();
    }

    public Response answer(String caseId, String key, String text) {
        return given().header("Idempotency-Key", key)
                .contentType("application/json")
                .body(Map.of("consultant", "carol", "text", text))
                .post("/v1/cases/{id}/answers", caseId);
    }

    public Response reclassify(String caseId, String type) {
        return given().contentType("application/json")
                .body(Map.of("type", type, "consultant", "carol"))
                .put("/v1/cases/{id}/type", caseId);
    }

    /** What we asked notification-service for because of a feedback, once it is asked for. */
    public Event<FollowUpRequested> asked(Event<?> feedback, FollowUpPurpose purpose) {
        return await().until(
                        () -> new TopicReader(broker)
                                .readToEnd(Topics.FOLLOWUP_REQUESTED).stream()
                                        .map(record -> ReceivedRecords.read(EventType.FOLLOWUP_REQUESTED, record))
                                        .filter(event -> event.correlationId().equals(feedback.correlationId()))
                                        .filter(event -> event.data().purpose() == purpose)
                                        .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** As notification-service tells it, five seconds after it was asked. */
    public static Event<FollowUpOutcome> outcome(Event<FollowUpRequested> asked, FollowUpResult result) {
        FollowUpRequested request = asked.data();
        boolean sent = result == FollowUpResult.SENT;
        return asked.leadsTo(
                EventType.FOLLOWUP_OUTCOME,
                "/notification-service",
                asked.time().plusSeconds(5),
                asked.time().plusSeconds(5),
                asked.subject(),
                asked.partitionKey(),
                new FollowUpOutcome(
                        request.followUpId(),
                        request.customerId(),
                        request.feedbackId(),
                        request.caseId(),
                        request.purpose(),
                        ContactKind.EMAIL,
                        result,
                        sent ? null : "no such mailbox",
                        sent ? "<" + UUID.nameUUIDFromBytes(asked.subject().getBytes(UTF_8)) + "@example.org>" : null));
    }

    /** What of a topic went to the dead letters of this service because of one of these events. */
    public List<ConsumerRecord<byte[], byte[]>> deadLetters(String topic, Event<?>... events) {
        List<String> ids =
                List.of(events).stream().map(event -> event.id().toString()).toList();
        return new TopicReader(broker)
                .readToEnd(Topics.deadLetters(topic, "crm-service")).stream()
                        .filter(record -> ids.contains(header(record, CloudEvents.ID)))
                        .toList();
    }

    public static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        var found = record.headers().lastHeader(name);
        return found == null ? "" : new String(found.value(), UTF_8);
    }
}
