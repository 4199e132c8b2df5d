package org.feedbackloop.crm.followup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.feedbackloop.crm.Heard.aComplaint;
import static org.feedbackloop.crm.Heard.praise;
import static org.feedbackloop.crm.Patience.await;
import static org.feedbackloop.crm.RunningCrm.header;
import static org.feedbackloop.crm.RunningCrm.outcome;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.feedbackloop.crm.Held;
import org.feedbackloop.crm.RunningCrm;
import org.feedbackloop.delivery.DeadLetterPublisher;
import org.feedbackloop.delivery.EventPublisher;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.EventId;
import org.feedbackloop.event.Topics;
import org.feedbackloop.event.v1.FeedbackRouted;
import org.feedbackloop.event.v1.FollowUpOutcome;
import org.feedbackloop.event.v1.FollowUpPurpose;
import org.feedbackloop.event.v1.FollowUpRequested;
import org.feedbackloop.event.v1.FollowUpResult;
import org.feedbackloop.local.StackTestResource;
import org.feedbackloop.local.TopicReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of outcomes, with the real broker and database. */
@QuarkusTest
@QuarkusTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "crm"))
class OutcomeConsumerComponentTest {

    /** Longer than it takes to try an event as often as it is tried before it is blamed. */
    private static final Duration PAST_ALL_TRIES = Duration.ofSeconds(3);

    @Inject
    EventPublisher publisher;

    @Inject
    Outcomes outcomes;

    @Inject
    DataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    private RunningCrm crm;

    @BeforeEach
    void connect() {
        crm = new RunningCrm(publisher, broker);
    }

    @Test
    void an_acknowledgement_that_was_sent_is_noted_on_the_timeline_and_on_the_case() {
        Event<FeedbackRouted> heard =
                aComplaint().from("acknowledged@example.org").routed();
        crm.hears(heard);
        Event<FollowUpOutcome> sent = outcome(crm.asked(heard, FollowUpPurpose.ACKNOWLEDGEMENT), FollowUpResult.SENT);

        crm.hears(sent);

        String customer = crm.customerOf("acknowledged@example.org");
        await().untilAsserted(
                        () -> assertThat(crm.timeline(customer).getList("kind")).endsWith("follow-up-sent"));
        assertThat(crm.theCase(crm.caseOf("acknowledged@example.org")).getString("acknowledgedAt"))
                .isEqualTo(sent.time().toString());
        assertThat(crm.theCase(crm.caseOf("acknowledged@example.org")).getString("status"))
                .isEqualTo("open");
    }

    @Test
    void a_second_delivery_changes_nothing() {
        Event<FeedbackRouted> first = praise().from("outcome-twice@example.org").routed();
        Event<FeedbackRouted> second =
                praise().from("outcome-twice@example.org").routed();
        crm.hears(first, second);
        Event<?> noted = outcome(crm.asked(first, FollowUpPurpose.ACKNOWLEDGEMENT), FollowUpResult.SENT);
        Event<?> last = outcome(crm.asked(second, FollowUpPurpose.ACKNOWLEDGEMENT), FollowUpResult.SKIPPED);

        crm.hears(noted, noted, noted, last);

        String customer = crm.customerOf("outcome-twice@example.org");
        await().untilAsserted(
                        () -> assertThat(crm.timeline(customer).getList("kind")).contains("follow-up-skipped"));
        assertThat(crm.timeline(customer).getList("findAll { it.kind == 'follow-up-sent' }"))
                .hasSize(1);
        assertThat(crm.deadLetters(Topics.FOLLOWUP_OUTCOME, noted, last)).isEmpty();
    }

    @Test
    void what_cannot_be_read_goes_aside_and_its_neighbour_is_noted() {
        Event<FeedbackRouted> heard = praise().from("neighbour@example.org").routed();
        crm.hears(heard);
        Event<?> neighbour = outcome(crm.asked(heard, FollowUpPurpose.ACKNOWLEDGEMENT), FollowUpResult.SENT);
        byte[] poison = "{\"followUpId\": \"unfinished".getBytes(UTF_8);
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", broker),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                    Topics.FOLLOWUP_OUTCOME, neighbour.partitionKey().getBytes(UTF_8), poison));
        }

        crm.hears(neighbour);

        String customer = crm.customerOf("neighbour@example.org");
        await().untilAsserted(
                        () -> assertThat(crm.timeline(customer).getList("kind")).contains("follow-up-sent"));
        assertThat(new TopicReader(broker).readToEnd(Topics.deadLetters(Topics.FOLLOWUP_OUTCOME, "crm-service")))
                .filteredOn(letter -> new String(letter.value(), UTF_8).equals(new String(poison, UTF_8)))
                .singleElement()
                .satisfies(letter ->
                        assertThat(header(letter, DeadLetterPublisher.REASON)).isNotBlank());
    }

    @Test
    void the_outcome_of_what_was_never_heard_goes_aside_with_the_reason_and_its_neighbour_is_noted() {
        Event<FeedbackRouted> heard = aComplaint().from("heard@example.org").routed();
        crm.hears(heard);
        Event<FollowUpOutcome> noted = outcome(crm.asked(heard, FollowUpPurpose.ACKNOWLEDGEMENT), FollowUpResult.SENT);
        Event<FollowUpOutcome> orphan = ofAnotherFeedback(noted);

        crm.hears(orphan, noted);

        String customer = crm.customerOf("heard@example.org");
        await().untilAsserted(
                        () -> assertThat(crm.timeline(customer).getList("kind")).contains("follow-up-sent"));
        assertThat(crm.deadLetters(Topics.FOLLOWUP_OUTCOME, orphan))
                .singleElement()
                .satisfies(letter -> assertThat(header(letter, DeadLetterPublisher.REASON))
                        .contains(orphan.data().feedbackId().toString()));
    }

    @Test
    void an_outcome_that_overtakes_its_feedback_waits_for_it() throws Exception {
        Event<FeedbackRouted> heard = aComplaint().from("overtaken@example.org").routed();
        Event<FollowUpOutcome> early;
        try (Held held = Held.newContacts(database)) {
            crm.hears(heard);
            held.awaitWaiting(1);
            early = outcome(Asked.acknowledgementOf(heard), FollowUpResult.SENT);
            crm.hears(early);
            await().during(PAST_ALL_TRIES)
                    .until(() -> crm.deadLetters(Topics.FOLLOWUP_OUTCOME, early).isEmpty());
        }

        String customer = crm.customerOf("overtaken@example.org");
        await().untilAsserted(
                        () -> assertThat(crm.timeline(customer).getList("kind")).endsWith("follow-up-sent"));
        assertThat(crm.theCase(crm.caseOf("overtaken@example.org")).getString("acknowledgedAt"))
                .isEqualTo(early.time().toString());
        assertThat(crm.deadLetters(Topics.FOLLOWUP_OUTCOME, early)).isEmpty();
    }

    @Test
    void a_connection_that_breaks_half_way_costs_nothing() throws Exception {
        Event<FeedbackRouted> heard =
                aComplaint().from("broken-line@example.org").routed();
        crm.hears(heard);
        String customer = crm.customerOf("broken-line@example.org");
        Event<?> sent = outcome(crm.asked(heard, FollowUpPurpose.ACKNOWLEDGEMENT), FollowUpResult.SENT);

        try (Held held = Held.customer(database, customer)) {
            crm.hears(sent);
            // More often than an event may fail by its own fault.
            for (int broken = 0; broken < 6; broken++) {
                held.awaitWaiting(1);
                held.breakWaiting();
            }
        }

        await().untilAsserted(
                        () -> assertThat(crm.timeline(customer).getList("findAll { it.kind == 'follow-up-sent' }"))
                                .hasSize(1));
        assertThat(crm.deadLetters(Topics.FOLLOWUP_OUTCOME, sent)).isEmpty();
    }

    @Test
    void an_acknowledgement_and_an_answer_that_are_noted_together_are_both_kept() {
        Event<FeedbackRouted> heard = aComplaint().from("together@example.org").routed();
        crm.hears(heard);
        String caseId = crm.caseOf("together@example.org");
        crm.answer(caseId, "key", "A new lamp is coming.").then().statusCode(201);
        Event<FollowUpOutcome> acknowledged =
                outcome(crm.asked(heard, FollowUpPurpose.ACKNOWLEDGEMENT), FollowUpResult.SENT);
        Event<FollowUpOutcome> answered = outcome(crm.asked(heard, FollowUpPurpose.ANSWER), FollowUpResult.SENT);

        QuarkusTransaction.requiringNew().run(() -> outcomes.note(List.of(acknowledged, answered)));

        assertThat(crm.theCase(caseId).getString("status")).isEqualTo("closed");
        assertThat(Instant.parse(crm.theCase(caseId).getString("acknowledgedAt")))
                .isEqualTo(acknowledged.time());
    }

    @Test
    void an_answer_that_arrived_closes_its_case_although_this_database_never_knew_the_answer() {
        Event<FeedbackRouted> heard =
                aComplaint().from("earlier-life@example.org").routed();
        crm.hears(heard);
        String customer = crm.customerOf("earlier-life@example.org");
        String caseId = crm.caseOf("earlier-life@example.org");
        Event<FollowUpRequested> asked = Asked.answerTo(heard);

        crm.hears(outcome(asked, FollowUpResult.FAILED), outcome(Asked.answerTo(heard), FollowUpResult.SENT));

        await().untilAsserted(() ->
                assertThat(crm.theCase(caseId).getString("status")).isEqualTo("closed"));
        assertThat(crm.theCase(caseId).getString("consultant")).isNull();
        assertThat(crm.timeline(customer).getList("kind"))
                .containsSubsequence("follow-up-failed", "follow-up-sent", "case-closed")
                .doesNotContain("case-reopened");
    }

    /** The same in another story: of a feedback, a customer and a request that nobody here has heard of. */
    private static Event<FollowUpOutcome> ofAnotherFeedback(Event<FollowUpOutcome> like) {
        EventId id = EventId.random();
        Event<FollowUpOutcome> other = outcome(
                Asked.acknowledgementOf(praise().from("nobody@example.org").routed()), FollowUpResult.SENT);
        return new Event<>(
                id,
                other.type(),
                other.source(),
                other.time(),
                other.recordedTime(),
                other.subject(),
                other.correlationId(),
                other.causationId(),
                like.partitionKey(),
                other.traceparent(),
                other.data());
    }
}
