package org.feedbackloop.crm.hearing;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.feedbackloop.crm.Heard.NOON;
import static org.feedbackloop.crm.Heard.aComplaint;
import static org.feedbackloop.crm.Heard.aQuestion;
import static org.feedbackloop.crm.Heard.praise;
import static org.feedbackloop.crm.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.feedbackloop.crm.Held;
import org.feedbackloop.delivery.DeadLetterPublisher;
import org.feedbackloop.delivery.EventPublisher;
import org.feedbackloop.delivery.ReceivedRecords;
import org.feedbackloop.event.CloudEvents;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.EventId;
import org.feedbackloop.event.EventType;
import org.feedbackloop.event.FollowUpId;
import org.feedbackloop.event.Topics;
import org.feedbackloop.event.v1.CaseChange;
import org.feedbackloop.event.v1.CaseChanged;
import org.feedbackloop.event.v1.ContactKind;
import org.feedbackloop.event.v1.FeedbackRouted;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.event.v1.FollowUpOutcome;
import org.feedbackloop.event.v1.FollowUpPurpose;
import org.feedbackloop.event.v1.FollowUpRequested;
import org.feedbackloop.event.v1.FollowUpResult;
import org.feedbackloop.local.StackTestResource;
import org.feedbackloop.local.TopicReader;
import org.junit.jupiter.api.Test;

/** crm-service with its real broker and database. */
@QuarkusTest
@QuarkusTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "crm"))
class FeedbackConsumerComponentTest {

    @Inject
    EventPublisher publisher;

    @Inject
    DataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @Test
    void a_complaint_becomes_a_customer_a_relationship_a_case_and_an_acknowledgement() {
        Event<FeedbackRouted> heard =
                aComplaint().from("ada@example.org").waitingIn("ada-only").routed();

        publish(heard);

        String customer = customerOf("ada@example.org");
        JsonPath timeline = timeline(customer);
        assertThat(timeline.getList("kind"))
                .containsExactly("feedback", "stage-changed", "stage-changed", "case-opened", "follow-up-requested");
        assertThat(timeline.getList("correlationId"))
                .containsOnly(heard.correlationId().toString());
        assertThat(timeline.getString("[0].causationId"))
                .isEqualTo(heard.causationId().toString());
        assertThat(timeline.getList("causationId").subList(1, 5))
                .containsOnly(heard.id().toString());
        assertThat(timeline.getString("[0].detail.findings[0].evidence[0]")).isEqualTo("broken");
        assertThat(given().get("/v1/customers/{id}/stages", customer).jsonPath().getMap("current"))
                .isEqualTo(Map.of("lifecycle", "potential", "relationship", "awareness"));
        JsonPath cases = given().get("/v1/queues/ada-only/cases").jsonPath();
        assertThat(cases.getList("customerId")).containsExactly(customer);
        assertThat(cases.getList("status")).containsExactly("open");
        await().untilAsserted(() -> assertThat(causedBy(heard))
                .containsEntry(Topics.CUSTOMER_CHANGED, 3)
                .containsEntry(Topics.CASE_CHANGED, 1)
                .containsEntry(Topics.FOLLOWUP_REQUESTED, 1));
    }

    @Test
    void a_second_delivery_changes_nothing() {
        Event<FeedbackRouted> heard = praise().from("twice@example.org").routed();
        publish(heard);
        String customer = customerOf("twice@example.org");

        publish(
                heard,
                heard,
                praise().from("twice@example.org").at(NOON.plusSeconds(60)).routed());

        await().untilAsserted(() -> assertThat(timeline(customer).getList("findAll { it.kind == 'feedback' }"))
                .hasSize(2));
        assertThat(timeline(customer).getList("kind"))
                .containsExactly(
                        "feedback",
                        "stage-changed",
                        "stage-changed",
                        "follow-up-requested",
                        "feedback",
                        "stage-changed",
                        "follow-up-requested");
    }

    @Test
    void the_timeline_is_in_the_order_in_which_it_was_said() {
        publish(
                aQuestion().from("late@example.org").at(NOON).routed(),
                aQuestion()
                        .from("late@example.org")
                        .at(NOON.minusSeconds(3600))
                        .saying("earlier")
                        .routed());

        String customer = customerOf("late@example.org");
        await().untilAsserted(
                        () -> assertThat(timeline(customer).getList("findAll { it.kind == 'feedback' }.detail.text"))
                                .hasSize(2)
                                .element(0)
                                .isEqualTo("earlier"));
    }

    @Test
    void one_person_by_two_addresses_is_one_customer() {
        publish(aQuestion()
                .from("grace@example.org")
                .by(ContactKind.PHONE, "+442071838750")
                .routed());
        String customer = customerOf("grace@example.org");

        publish(praise().by(ContactKind.PHONE, "+442071838750").routed());

        await().untilAsserted(() -> assertThat(timeline(customer).getList("findAll { it.kind == 'feedback' }"))
                .hasSize(2));
        assertThat(customerOf("020 7183 8750")).isEqualTo(customer);
    }

    @Test
    void the_id_of_a_customer_cannot_be_made_from_their_address() {
        publish(praise().from("unguessable@example.org").routed());

        assertThat(customerOf("unguessable@example.org"))
                .isNotEqualTo(EventId.named("customer", "email", "unguessable@example.org")
                        .toString());
    }

    @Test
    void nobody_named_is_a_customer_of_their_own_each_time() {
        Event<FeedbackRouted> one = aComplaint().routed();
        Event<FeedbackRouted> other = aComplaint().routed();

        publish(one, other);

        await().untilAsserted(() -> assertThat(Stream.of(one, other).map(this::customerOfCase))
                .doesNotContainNull()
                .doesNotHaveDuplicates());
    }

    @Test
    void strangers_whom_several_consumers_meet_at_once_are_met_once() {
        Event<?>[] events = IntStream.range(0, 200)
                .mapToObj(i -> aQuestion()
                        .by(ContactKind.CUSTOMER_NUMBER, "c-" + i)
                        .from("shared-" + i % 5 + "@example.org")
                        .routed())
                .toArray(Event[]::new);

        publish(events);

        await().untilAsserted(() -> {
            int feedbacks = 0;
            for (int i = 0; i < 5; i++) {
                feedbacks += timeline(customerOf("shared-" + i + "@example.org"))
                        .getList("findAll { it.kind == 'feedback' }")
                        .size();
            }
            assertThat(feedbacks).isEqualTo(200);
        });
        assertThat(deadLetters(events)).isEmpty();
    }

    @Test
    void one_bad_event_harms_none_of_its_neighbours() {
        Event<FeedbackRouted> before = aComplaint().from("before@example.org").routed();
        Event<FeedbackRouted> bad = aComplaint()
                .from("bad@example.org")
                .saying("NUL \0 is no text to PostgreSQL")
                .routed();
        Event<FeedbackRouted> after = aComplaint().from("after@example.org").routed();

        publish(before, bad, after);

        customerOf("before@example.org");
        customerOf("after@example.org");
        await().untilAsserted(() -> assertThat(deadLetters(bad)).singleElement().satisfies(letter -> {
            assertThat(text(letter, DeadLetterPublisher.REASON)).isNotBlank();
            assertThat(text(letter, DeadLetterPublisher.SOURCE_TOPIC)).isEqualTo(Topics.FEEDBACK_ROUTED);
            assertThat(new String(letter.value(), UTF_8)).contains("is no text to PostgreSQL");
        }));
        assertThat(given().queryParam("contact", "bad@example.org")
                        .get("/v1/customers")
                        .jsonPath()
                        .getList("$"))
                .isEmpty();
    }

    @Test
    void a_connection_that_breaks_half_way_costs_nothing() throws Exception {
        Event<FeedbackRouted> heard =
                aComplaint().from("broken-line-heard@example.org").routed();

        try (Held held = Held.newContacts(database)) {
            publish(heard);
            // More often than an event may fail by its own fault.
            for (int broken = 0; broken < 6; broken++) {
                held.awaitWaiting(1);
                held.breakWaiting();
            }
        }

        assertThat(timeline(customerOf("broken-line-heard@example.org")).getList("kind"))
                .containsExactly("feedback", "stage-changed", "stage-changed", "case-opened", "follow-up-requested");
        assertThat(deadLetters(heard)).isEmpty();
    }

    @Test
    void an_answer_goes_out_once_and_the_case_closes_when_the_customer_has_it() {
        publish(aComplaint()
                .from("answer@example.org")
                .at(NOON.minus(Duration.ofDays(30)))
                .routed());
        String customer = customerOf("answer@example.org");
        String caseId = timeline(customer).getString("find { it.kind == 'case-opened' }.caseId");

        JsonPath first = answer(caseId, "key-1", "We are sending a new lamp.")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        JsonPath again = answer(caseId, "key-1", "We are sending a new lamp.")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();

        assertThat(again.getString("followUpId")).isEqualTo(first.getString("followUpId"));
        answer(caseId, "key-1", "Something else.").then().statusCode(422);
        answer(caseId, "key-2", "We are sending a new lamp.").then().statusCode(409);
        assertThat(status(caseId)).isEqualTo("answered");
        Event<?> requested = awaitRequested(first.getString("followUpId"));

        publish(outcome(requested, FollowUpResult.SENT, null));

        await().untilAsserted(() -> assertThat(status(caseId)).isEqualTo("closed"));
        assertThat(given().get("/v1/cases/{id}", caseId).jsonPath().getBoolean("closedInTime"))
                .isFalse();
        assertThat(timeline(customer).getList("kind"))
                .containsSubsequence("case-answered", "follow-up-requested", "follow-up-sent", "case-closed");
    }

    @Test
    void an_answer_that_cannot_be_delivered_opens_the_case_again() {
        publish(aComplaint().from("gone@example.org").routed());
        String customer = customerOf("gone@example.org");
        String caseId = timeline(customer).getString("find { it.kind == 'case-opened' }.caseId");
        String followUp = answer(caseId, "key", "Hello?").jsonPath().getString("followUpId");

        publish(outcome(awaitRequested(followUp), FollowUpResult.FAILED, "no such mailbox"));

        await().untilAsserted(() -> assertThat(status(caseId)).isEqualTo("open"));
        answer(caseId, "second", "By another way.").then().statusCode(201);
    }

    @Test
    void a_consultant_says_what_it_is_and_whoever_trains_the_model_hears_of_it_once() {
        Event<FeedbackRouted> heard = aComplaint().from("typed@example.org").routed();
        publish(heard);
        String customer = customerOf("typed@example.org");
        String caseId = timeline(customer).getString("find { it.kind == 'case-opened' }.caseId");

        reclassify(caseId, "idea", "carol").then().statusCode(200);
        reclassify(caseId, "idea", "carol").then().statusCode(200);

        assertThat(given().get("/v1/cases/{id}", caseId).jsonPath().getString("type"))
                .isEqualTo("idea");
        assertThat(timeline(customer).getMap("find { it.kind == 'case-reclassified' }.detail"))
                .isEqualTo(Map.of("consultant", "carol", "from", "complaint", "to", "idea"));
        await().untilAsserted(() -> assertThat(corrections(caseId))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.data().type()).isEqualTo(FeedbackType.IDEA);
                    assertThat(event.data().previousType()).isEqualTo(FeedbackType.COMPLAINT);
                    assertThat(event.data().consultant()).isEqualTo("carol");
                    assertThat(event.data().feedbackId())
                            .isEqualTo(heard.data().feedback().feedbackId());
                    assertThat(event.correlationId()).isEqualTo(heard.correlationId());
                }));
        answer(caseId, "then", "We will think about it.").then().statusCode(201);
    }

    @Test
    void a_type_that_is_none_and_a_case_that_is_none_are_told_so() {
        String nowhere = UUID.randomUUID().toString();

        reclassify(nowhere, "idea", "carol").then().statusCode(404);
        reclassify(nowhere, "rant", "carol").then().statusCode(400);
        reclassify(nowhere, "idea", " ").then().statusCode(400);
        given().contentType("application/json")
                .body("{}")
                .put("/v1/cases/{id}/type", nowhere)
                .then()
                .statusCode(400);
    }

    private static Response reclassify(String caseId, String type, String consultant) {
        return given().contentType("application/json")
                .body(Map.of("type", type, "consultant", consultant))
                .put("/v1/cases/{id}/type", caseId);
    }

    private List<Event<CaseChanged>> corrections(String caseId) {
        return new TopicReader(broker)
                .readToEnd(Topics.CASE_CHANGED).stream()
                        .map(record -> ReceivedRecords.read(EventType.CASE_CHANGED, record))
                        .filter(event ->
                                event.subject().equals(caseId) && event.data().change() == CaseChange.RECLASSIFIED)
                        .toList();
    }

    private void publish(Event<?>... events) {
        for (Event<?> event : events) {
            publisher.publish(event).join();
        }
    }

    private static String customerOf(String contact) {
        return await().until(
                        () -> given().queryParam("contact", contact)
                                .get("/v1/customers")
                                .jsonPath()
                                .getString("[0].id"),
                        id -> id != null);
    }

    private String customerOfCase(Event<FeedbackRouted> heard) {
        return given().get("/v1/cases/{id}", heard.id().derive("case").toString())
                .jsonPath()
                .getString("customerId");
    }

    private static JsonPath timeline(String customer) {
        return given().queryParam("size", 500)
                .get("/v1/customers/{id}/timeline", customer)
                .jsonPath();
    }

    private static String status(String caseId) {
        return given().get("/v1/cases/{id}", caseId).jsonPath().getString("status");
    }

    private static Response answer(String caseId, String key, String text) {
        return given().header("Idempotency-Key", key)
                .contentType("application/json")
                .body(Map.of("consultant", "carol", "text", text))
                .post("/v1/cases/{id}/answers", caseId);
    }

    private Event<?> awaitRequested(String followUp) {
        return await().until(
                        () -> new TopicReader(broker)
                                .readToEnd(Topics.FOLLOWUP_REQUESTED).stream()
                                        .map(FeedbackConsumerComponentTest::requested)
                                        .filter(event -> event.subject().equals(followUp))
                                        .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static Event<?> requested(ConsumerRecord<byte[], byte[]> record) {
        return ReceivedRecords.read(EventType.FOLLOWUP_REQUESTED, record);
    }

    private static Event<FollowUpOutcome> outcome(Event<?> requested, FollowUpResult result, String reason) {
        var data = (FollowUpRequested) requested.data();
        return requested.leadsTo(
                EventType.FOLLOWUP_OUTCOME,
                "/notification-service",
                requested.time().plusSeconds(5),
                requested.time().plusSeconds(5),
                requested.subject(),
                requested.partitionKey(),
                new FollowUpOutcome(
                        FollowUpId.parse(requested.subject()),
                        data.customerId(),
                        data.feedbackId(),
                        data.caseId(),
                        FollowUpPurpose.ANSWER,
                        ContactKind.EMAIL,
                        result,
                        reason,
                        reason == null ? "<" + UUID.randomUUID() + "@example.org>" : null));
    }

    /** How many events on each topic an event led to. */
    private Map<String, Integer> causedBy(Event<?> cause) {
        return Stream.of(Topics.CUSTOMER_CHANGED, Topics.CASE_CHANGED, Topics.FOLLOWUP_REQUESTED)
                .flatMap(topic -> new TopicReader(broker).readToEnd(topic).stream())
                .filter(record -> cause.id().toString().equals(text(record, CloudEvents.CAUSATION_ID)))
                .collect(groupingBy(ConsumerRecord::topic, Collectors.summingInt(record -> 1)));
    }

    private List<ConsumerRecord<byte[], byte[]>> deadLetters(Event<?>... events) {
        List<String> ids =
                Arrays.stream(events).map(event -> event.id().toString()).toList();
        return new TopicReader(broker)
                .readToEnd(Topics.deadLetters(Topics.FEEDBACK_ROUTED, "crm-service")).stream()
                        .filter(record -> ids.contains(text(record, CloudEvents.ID)))
                        .toList();
    }

    private static String text(ConsumerRecord<byte[], byte[]> record, String header) {
        var found = record.headers().lastHeader(header);
        return found == null ? null : new String(found.value(), UTF_8);
    }
}
