package org.feedbackloop.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.awaitility.Awaitility;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.EventType;
import org.feedbackloop.event.v1.FeedbackReceived;
import org.feedbackloop.local.TestStack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxRelayComponentTest {

    private final Broker broker = new Broker(TestStack.attach().bootstrapServers());
    private final EventPublisher publisher =
            broker.publisher(EventPublisher.UNTIL_ACKNOWLEDGED, EventType.FEEDBACK_RECEIVED);

    private Tables tables;

    @BeforeEach
    void empty() throws SQLException {
        tables = Tables.in(TestStack.attach().jdbcUrl("crm"));
    }

    @AfterEach
    void close() {
        publisher.close();
    }

    @Test
    void what_was_committed_is_published_whole_and_in_order() throws Exception {
        var events = Feedbacks.manySaid("committed", 1_200);
        tables.commitToOutbox(events.subList(0, 700));
        tables.commitToOutbox(events.subList(700, 1_200));

        relayAll(new OutboxRelay(tables.database(), publisher));

        assertThat(broker.ids(EventType.FEEDBACK_RECEIVED, "committed")).isEqualTo(ids(events));
        assertThat(tables.outboxSize()).isZero();
    }

    @Test
    void an_event_arrives_as_it_was_added() throws Exception {
        var event = Feedbacks.said("as-added", 1)
                .withTraceparent("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        tables.commitToOutbox(List.of(event));

        relayAll(new OutboxRelay(tables.database(), publisher));

        assertThat(broker.records(event.type().topic(), "as-added"))
                .singleElement()
                .extracting(record -> ReceivedRecords.read(EventType.FEEDBACK_RECEIVED, record))
                .isEqualTo(event);
    }

    @Test
    void what_was_rolled_back_is_not_published() throws Exception {
        try (Connection transaction = tables.begin()) {
            Outbox.add(transaction, Feedbacks.manySaid("rolled-back", 3));
            transaction.rollback();
        }

        assertThat(new OutboxRelay(tables.database(), publisher).relayBatch()).isZero();
        assertThat(broker.ids(EventType.FEEDBACK_RECEIVED, "rolled-back")).isEmpty();
    }

    @Test
    void a_nudge_is_heard_at_once_and_an_event_without_one_is_found() throws Exception {
        var events = Feedbacks.manySaid("nudged", 2);
        try (OutboxRelay relay = new OutboxRelay(tables.database(), publisher)) {
            relay.start();
            tables.commitToOutbox(events.subList(0, 1));
            relay.nudge();
            awaitEmptyOutbox();
            tables.commitToOutbox(events.subList(1, 2));
            awaitEmptyOutbox();
        }

        assertThat(broker.ids(EventType.FEEDBACK_RECEIVED, "nudged")).isEqualTo(ids(events));
    }

    /** Added to while they run, by two replicas that each nudge their own. */
    @Test
    void two_relays_at_once_keep_the_order_and_lose_nothing() throws Exception {
        var events = Feedbacks.manySaid("two-relays", 2_000);
        try (EventPublisher second = broker.publisher(EventPublisher.UNTIL_ACKNOWLEDGED, EventType.FEEDBACK_RECEIVED);
                OutboxRelay one = new OutboxRelay(tables.database(), publisher);
                OutboxRelay other = new OutboxRelay(tables.database(), second)) {
            one.start();
            other.start();
            for (int from = 0; from < events.size(); from += 20) {
                tables.commitToOutbox(events.subList(from, from + 20));
                (from % 40 == 0 ? one : other).nudge();
            }
            awaitEmptyOutbox();
        }

        assertThat(broker.ids(EventType.FEEDBACK_RECEIVED, "two-relays")).isEqualTo(ids(events));
    }

    /** The database ends the relay's connection at the removal: what a kill between the two leaves behind. */
    @Test
    void killed_between_acknowledgement_and_removal_it_publishes_the_same_ids_again() throws Exception {
        var events = Feedbacks.manySaid("killed", 5);
        tables.commitToOutbox(events);
        tables.execute("""
                CREATE OR REPLACE FUNCTION die() RETURNS trigger LANGUAGE plpgsql
                AS $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN OLD; END $$""");
        tables.execute("CREATE TRIGGER die BEFORE DELETE ON outbox EXECUTE FUNCTION die()");
        OutboxRelay relay = new OutboxRelay(tables.database(), publisher);

        // The first failure is told, not that the broken connection could not be rolled back either.
        assertThatThrownBy(relay::relayBatch)
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("57P01"));
        assertThat(tables.outboxSize()).isEqualTo(5);
        tables.execute("DROP TRIGGER die ON outbox");
        relayAll(relay);

        List<String> twice = new ArrayList<>(ids(events));
        twice.addAll(ids(events));
        assertThat(broker.ids(EventType.FEEDBACK_RECEIVED, "killed")).isEqualTo(twice);
    }

    @Test
    void an_event_that_the_broker_refuses_holds_up_those_behind_it_and_takes_none_along_each_time() throws Exception {
        var before = Feedbacks.manySaid("before-large", 3);
        var behind = Feedbacks.manySaid("behind-large", 3);
        tables.commitToOutbox(before);
        addTooLarge();
        tables.commitToOutbox(behind);
        OutboxRelay relay = new OutboxRelay(tables.database(), publisher);

        assertThat(relay.relayBatch()).isEqualTo(3);
        assertThat(relay.relayBatch()).isZero();
        assertThat(relay.relayBatch()).isZero();
        assertThat(tables.outboxSize()).isEqualTo(4);
        tables.execute("DELETE FROM outbox WHERE topic = 'feedback.received.v1' AND length(data) > 1000000");
        relayAll(relay);

        assertThat(broker.ids(EventType.FEEDBACK_RECEIVED, "before-large")).isEqualTo(ids(before));
        List<String> published = broker.ids(EventType.FEEDBACK_RECEIVED, "behind-large");
        assertThat(published).hasSizeLessThanOrEqualTo(6);
        assertThat(new LinkedHashSet<>(published)).containsExactlyElementsOf(ids(behind));
    }

    /** More than the broker takes, and so more than our services would write. */
    private void addTooLarge() throws SQLException {
        try (Connection connection = tables.database().getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO outbox (event_id, topic, key, headers, data) VALUES (gen_random_uuid(), ?, ?, ?, ?)")) {
            insert.setString(1, EventType.FEEDBACK_RECEIVED.topic());
            insert.setString(2, "large");
            insert.setString(3, "");
            insert.setBytes(4, new byte[5 * 1024 * 1024]);
            insert.executeUpdate();
        }
    }

    private static void relayAll(OutboxRelay relay) throws SQLException, InterruptedException {
        while (relay.relayBatch() > 0) {
            assertThat(Thread.interrupted()).isFalse();
        }
    }

    private void awaitEmptyOutbox() {
        Awaitility.await().atMost(Broker.PATIENCE).until(() -> tables.outboxSize() == 0);
    }

    private static List<String> ids(List<Event<FeedbackReceived>> events) {
        return events.stream().map(event -> event.id().toString()).toList();
    }
}
