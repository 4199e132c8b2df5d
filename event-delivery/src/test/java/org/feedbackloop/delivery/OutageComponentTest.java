package org.feedbackloop.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.common.errors.TimeoutException;
import org.awaitility.Awaitility;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.EventType;
import org.feedbackloop.event.Topics;
import org.feedbackloop.event.v1.FeedbackReceived;
import org.feedbackloop.local.Checkout;
import org.feedbackloop.local.LocalStack;
import org.feedbackloop.local.Ports;
import org.feedbackloop.local.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With a broker and a database of its own, since it freezes and kills them. */
class OutageComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(2);

    private static LocalStack stack;
    private static Broker broker;

    private Tables tables;

    @BeforeAll
    static void start() {
        Path state = Path.of("target", "outage-stack").toAbsolutePath();
        LocalStack.wipe(state);
        stack = LocalStack.in(state, Checkout.enclosingWorkingDirectory(), Ports.free(), List.of(), Progress.SILENT);
        stack.start();
        broker = new Broker(stack.broker().bootstrapServers());
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        tables = Tables.in(stack.database().jdbcUrl("crm"));
    }

    /** A test that fails half-way leaves no frozen broker to the next. */
    @AfterEach
    void thaw() {
        stack.broker().thaw();
    }

    @Test
    void a_broker_that_does_not_answer_fails_the_event_within_its_limit_and_blocks_nobody() {
        try (EventPublisher publisher = broker.publisher(LIMIT, EventType.FEEDBACK_RECEIVED)) {
            stack.broker().freeze();
            CompletableFuture<Void> published = publisher.publish(Feedbacks.said("frozen", 1));
            assertThat(published).isNotDone();

            Awaitility.await().atMost(LIMIT.multipliedBy(5)).until(published::isDone);
            assertThatThrownBy(published::join)
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(BrokerUnavailable.class);
            stack.broker().thaw();
            Awaitility.await().atMost(Broker.PATIENCE).until(() -> takes(publisher, Feedbacks.said("thawed", 1)));
        }

        assertThat(broker.ids(EventType.FEEDBACK_RECEIVED, "thawed")).isNotEmpty();
    }

    @Test
    void who_reads_a_topic_to_its_end_hears_that_the_broker_does_not_answer() {
        try (var reader = new StandaloneConsumer(Topics.FEEDBACK_RECEIVED, broker.settings(), "reader", LIMIT)) {
            reader.seek(reader.ends());
            assertThat(reader.pollAnswered(Duration.ofMillis(100))).isEmpty();

            stack.broker().freeze();

            assertThat(reader.poll(Duration.ofMillis(100))).isEmpty();
            assertThatThrownBy(() -> reader.pollAnswered(Duration.ofMillis(100)))
                    .isInstanceOf(TimeoutException.class);
            stack.broker().thaw();
        }
    }

    @Test
    void a_relay_holds_what_it_has_while_the_broker_is_away_and_then_publishes_it_in_order() throws Exception {
        var events = Feedbacks.manySaid("broker-away", 900);
        try (EventPublisher publisher =
                        broker.publisher(EventPublisher.UNTIL_ACKNOWLEDGED, EventType.FEEDBACK_RECEIVED);
                OutboxRelay relay = new OutboxRelay(tables.database(), publisher)) {
            relay.start();
            tables.commitToOutbox(events.subList(0, 300));
            stack.broker().kill();
            tables.commitToOutbox(events.subList(300, 600));
            stack.broker().start();
            stack.broker().awaitReady(Broker.PATIENCE);
            tables.commitToOutbox(events.subList(600, 900));
            Awaitility.await().atMost(Broker.PATIENCE).until(() -> tables.outboxSize() == 0);
        }

        assertThat(firstArrivals("broker-away")).containsExactlyElementsOf(ids(events));
    }

    @Test
    void a_relay_outlives_its_database() throws Exception {
        var events = Feedbacks.manySaid("database-away", 900);
        try (EventPublisher publisher =
                        broker.publisher(EventPublisher.UNTIL_ACKNOWLEDGED, EventType.FEEDBACK_RECEIVED);
                OutboxRelay relay = new OutboxRelay(tables.database(), publisher)) {
            relay.start();
            tables.commitToOutbox(events.subList(0, 600));
            stack.database().stopAtOnce();
            stack.database().start();
            stack.database().awaitReady(Broker.PATIENCE);
            tables.commitToOutbox(events.subList(600, 900));
            Awaitility.await().atMost(Broker.PATIENCE).until(() -> tables.outboxSize() == 0);
        }

        assertThat(firstArrivals("database-away")).containsExactlyElementsOf(ids(events));
    }

    /** An event may come again after an outage; who remembers ids sees each once, and in this order. */
    private static LinkedHashSet<String> firstArrivals(String key) {
        return new LinkedHashSet<>(broker.ids(EventType.FEEDBACK_RECEIVED, key));
    }

    private static boolean takes(EventPublisher publisher, Event<FeedbackReceived> event) {
        try {
            publisher.publish(event).join();
            return true;
        } catch (CompletionException e) {
            return false;
        }
    }

    private static List<String> ids(List<Event<FeedbackReceived>> events) {
        return events.stream().map(event -> event.id().toString()).toList();
    }
}
