package org.feedbackloop.notification.followup;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.feedbackloop.delivery.DeadLetterPublisher;
import org.feedbackloop.delivery.HeaderLines;
import org.feedbackloop.event.CloudEvents;
import org.feedbackloop.event.CustomerId;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.FollowUpId;
import org.feedbackloop.event.Topics;
import org.feedbackloop.event.WireMessage;
import org.feedbackloop.event.v1.ContactKind;
import org.feedbackloop.event.v1.FollowUpOutcome;
import org.feedbackloop.event.v1.FollowUpRequested;
import org.feedbackloop.event.v1.FollowUpResult;
import org.feedbackloop.local.Mail;
import org.feedbackloop.local.StackTestResource;
import org.feedbackloop.local.TestStack;
import org.feedbackloop.notification.Asked;
import org.feedbackloop.notification.TopicReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The service as a whole, from a request on its topic to the mail and the outcome. */
@QuarkusTest
@QuarkusTestResource(
        value = StackTestResource.class,
        initArgs = @ResourceArg(name = "database", value = "notification"))
class FollowUpComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(40);

    @Inject
    DataSource database;

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    private final TestStack stack = TestStack.attach();
    private final TopicReader reader = new TopicReader(stack.bootstrapServers());
    private final String address = "customer-" + UUID.randomUUID() + "@example.org";
    private KafkaProducer<byte[], byte[]> producer;

    @BeforeEach
    void connect() {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", stack.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    @AfterEach
    void disconnect() {
        producer.close();
    }

    @Test
    void a_request_becomes_a_mail_and_an_outcome_that_follows_from_it() throws Exception {
        Event<FollowUpRequested> asked = Asked.toAcknowledge().at(address).event();

        publish(asked);

        Mail mail = onlyMail();
        assertThat(mail.messageId()).isEqualTo("<" + asked.data().followUpId() + "@example.org>");
        assertThat(mail.subject()).startsWith("We have received your complaint [");
        assertThat(mail.header("X-Feedback-Id"))
                .contains(asked.data().feedbackId().toString());
        assertThat(mail.text()).contains("Dear Ada Lovelace,", "> The kettle leaks.");
        Event<FollowUpOutcome> outcome = onlyOutcome(asked);
        assertThat(outcome.data().result()).isEqualTo(FollowUpResult.SENT);
        assertThat(outcome.data().messageId()).isEqualTo(mail.messageId());
        assertThat(outcome.causationId()).isEqualTo(asked.id());
        assertThat(outcome.correlationId()).isEqualTo(asked.correlationId());
        assertThat(outcome.partitionKey()).isEqualTo(asked.data().customerId().toString());
        assertThat(outcome.traceparent()).startsWith("00-4bf92f3577b34da6a3ce929d0e0e4736-");
    }

    @Test
    void an_answer_arrives_in_the_thread_of_its_acknowledgement() throws Exception {
        Event<FollowUpRequested> acknowledged =
                Asked.toAcknowledge().at(address).in("pl").event();
        publish(acknowledged);
        onlyMail();

        publish(Asked.toAnswer("Wysyłamy nowy czajnik.")
                .about(acknowledged.data().feedbackId())
                .in("pl")
                .at(address)
                .event());

        await().atMost(LIMIT).until(() -> mails().size() == 2);
        Mail first = mails().get(0);
        Mail second = mails().get(1);
        assertThat(second.subject()).isEqualTo("Re: " + first.subject());
        assertThat(second.header("In-Reply-To")).contains(first.messageId());
        assertThat(second.text()).contains("Wysyłamy nowy czajnik.");
    }

    @Test
    void a_request_that_comes_again_is_recognised() throws Exception {
        CustomerId customer = new CustomerId(UUID.randomUUID());
        Asked asked = Asked.toAcknowledge().at(address).from(customer);
        Event<FollowUpRequested> first = asked.event();

        publish(first);
        publish(first);
        publish(asked.again().event());
        Event<FollowUpRequested> last =
                Asked.toAnswer("Done.").at(address).from(customer).event();
        publish(last);

        await().atMost(LIMIT)
                .until(() -> !reader.outcomesOf(last.data().followUpId()).isEmpty());
        onlyOutcome(first);
        assertThat(mails()).hasSize(2);
    }

    @Test
    void whom_we_cannot_reach_yet_is_not_written_to_and_the_outcome_says_why() throws Exception {
        Event<FollowUpRequested> asked =
                Asked.toAcknowledge().at(ContactKind.PHONE, "+48123456789").event();

        publish(asked);

        await().atMost(LIMIT)
                .until(() -> !reader.outcomesOf(asked.data().followUpId()).isEmpty());
        FollowUpOutcome outcome = onlyOutcome(asked).data();
        assertThat(outcome.result()).isEqualTo(FollowUpResult.SKIPPED);
        assertThat(outcome.reason()).isEqualTo("there is no sender for phone yet");
        given().get("/v1/follow-ups/{id}", asked.data().followUpId().toString())
                .then()
                .statusCode(200)
                .body("state", equalTo("skipped"), "reason", equalTo(outcome.reason()), "attempts", equalTo(0));
    }

    @Test
    void a_bad_request_goes_to_the_dead_letters_and_its_neighbours_do_not() throws Exception {
        Event<FollowUpRequested> good = Asked.toAcknowledge().at(address).event();
        byte[] key = good.partitionKey().getBytes(UTF_8);
        byte[] bad = ("not json " + UUID.randomUUID()).getBytes(UTF_8);

        send(record(CloudEvents.write(good), bad));
        send(new ProducerRecord<>(Topics.FOLLOWUP_REQUESTED, key, bad));
        publish(good);

        onlyMail();
        String deadLetters = Topics.deadLetters(Topics.FOLLOWUP_REQUESTED, "notification-service");
        List<ConsumerRecord<byte[], byte[]>> letters = reader.records(deadLetters).stream()
                .filter(letter -> new String(letter.value(), UTF_8).equals(new String(bad, UTF_8)))
                .toList();
        assertThat(letters)
                .extracting(letter -> new String(
                        letter.headers().lastHeader(DeadLetterPublisher.REASON).value(), UTF_8))
                .containsExactlyInAnyOrder("data is not JSON: JsonParseException", "header ce_specversion is missing");
        assertThat(letters).allSatisfy(letter -> assertThat(letter.key()).isEqualTo(key));
    }

    @Test
    void what_a_killed_process_was_sending_goes_out_with_its_message_id() throws Exception {
        Event<FollowUpRequested> asked = Asked.toAcknowledge().at(address).event();

        leftBehindWhileSending(asked);

        assertThat(onlyMail().messageId()).isEqualTo("<" + asked.data().followUpId() + "@example.org>");
        onlyOutcome(asked);
        given().get("/v1/follow-ups/{id}", asked.data().followUpId().toString())
                .then()
                .body("state", equalTo("sent"), "attempts", equalTo(2), "lapses", equalTo(1));
    }

    @Test
    void consultants_see_what_became_of_a_customers_follow_ups() throws Exception {
        CustomerId customer = new CustomerId(UUID.randomUUID());
        Event<FollowUpRequested> asked =
                Asked.toAcknowledge().at(address).from(customer).event();
        publish(asked);
        onlyOutcome(asked);

        given().get("/v1/customers/{id}/follow-ups", customer.toString())
                .then()
                .statusCode(200)
                .body(
                        "followUpId",
                        contains(asked.data().followUpId().toString()),
                        "[0].purpose",
                        equalTo("acknowledgement"),
                        "[0].contactKind",
                        equalTo("email"),
                        "[0].state",
                        equalTo("sent"),
                        "[0].attempts",
                        equalTo(1),
                        "[0].nextAttemptAt",
                        nullValue(),
                        "[0].finishedAt",
                        not(nullValue()));
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /v1/follow-ups/nothing,                               400, invalid-id",
        "GET,    /v1/customers/nobody/follow-ups,                      400, invalid-id",
        "GET,    /v1/follow-ups/00000000-0000-0000-0000-000000000000,  404, not-found",
        "GET,    /v1/nothing,                                          404, not-found",
        "GET,    /,                                                    404, not-found",
        "DELETE, /v1/follow-ups/00000000-0000-0000-0000-000000000000,  405, method-not-allowed"
    })
    void what_cannot_be_met_is_answered_with_a_problem_document(String method, String path, int status, String kind) {
        given().request(method, path)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body(
                        "type",
                        equalTo("urn:org.feedbackloop:problem:" + kind),
                        "status",
                        equalTo(status),
                        "instance",
                        equalTo(path));
    }

    @Test
    void it_is_ready_when_its_database_and_its_broker_are() {
        given().port(managementPort)
                .get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.name", hasItems("Database connections health check", "Kafka connection health check"));
    }

    @Test
    void it_counts_what_it_finishes_and_what_waits() throws Exception {
        Event<FollowUpRequested> asked = Asked.toAcknowledge().at(address).event();
        publish(asked);
        onlyOutcome(asked);

        String metrics = given().port(managementPort).get("/q/metrics").asString();

        assertThat(metrics)
                .contains("followups_finished_total{purpose=\"acknowledgement\",result=\"sent\"}")
                .contains("followups_waiting ");
    }

    private List<Mail> mails() {
        return stack.mailbox().to(address);
    }

    private Mail onlyMail() {
        await().atMost(LIMIT).until(() -> !mails().isEmpty());
        assertThat(mails()).hasSize(1);
        return mails().get(0);
    }

    private Event<FollowUpOutcome> onlyOutcome(Event<FollowUpRequested> asked) {
        FollowUpId followUp = asked.data().followUpId();
        await().atMost(LIMIT).until(() -> !reader.outcomesOf(followUp).isEmpty());
        List<Event<FollowUpOutcome>> outcomes = reader.outcomesOf(followUp);
        assertThat(outcomes).hasSize(1);
        return outcomes.get(0);
    }

    private void publish(Event<FollowUpRequested> asked) throws Exception {
        WireMessage message = CloudEvents.write(asked);
        send(record(message, message.data()));
    }

    private static ProducerRecord<byte[], byte[]> record(WireMessage message, byte[] data) {
        var record =
                new ProducerRecord<>(Topics.FOLLOWUP_REQUESTED, message.key().getBytes(UTF_8), data);
        message.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return record;
    }

    private void send(ProducerRecord<byte[], byte[]> record) throws Exception {
        producer.send(record).get(10, TimeUnit.SECONDS);
    }

    private void leftBehindWhileSending(Event<FollowUpRequested> asked) throws SQLException {
        WireMessage request = CloudEvents.write(asked);
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        INSERT INTO follow_up (id, customer_id, feedback_id, purpose, contact_kind, request_headers,
                                               request_data, requested_at, planned_at, state, attempts)
                        VALUES (?, ?, ?, 'acknowledgement', 'email', ?, ?, now(), now(), 'sending', 1)
                        """)) {
            insert.setObject(1, asked.data().followUpId().value());
            insert.setObject(2, asked.data().customerId().value());
            insert.setObject(3, asked.data().feedbackId().value());
            insert.setString(4, HeaderLines.write(request.headers()));
            insert.setBytes(5, request.data());
            insert.executeUpdate();
        }
    }
}
