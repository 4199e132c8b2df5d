package org.feedbackloop.notification.followup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.feedbackloop.delivery.DeadLetterPublisher;
import org.feedbackloop.delivery.EventBatches;
import org.feedbackloop.delivery.EventPublisher;
import org.feedbackloop.event.CloudEvents;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.EventType;
import org.feedbackloop.event.Topics;
import org.feedbackloop.event.WireMessage;
import org.feedbackloop.event.v1.FollowUpRequested;
import org.feedbackloop.local.TestStack;
import org.feedbackloop.notification.Asked;
import org.feedbackloop.notification.OwnTables;
import org.feedbackloop.notification.TopicReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of a batch of requests when the database goes away, or we are told to stop, in the middle of it. */
class FollowUpPlanningComponentTest {

    private static final String DEAD_LETTERS = Topics.deadLetters(Topics.FOLLOWUP_REQUESTED, "notification-service");

    private final TestStack stack = TestStack.attach();
    private final OwnTables tables = OwnTables.in(stack, "planning");
    private final EventPublisher publisher =
            EventPublisher.connect(Map.of("bootstrap.servers", stack.bootstrapServers()), Duration.ofSeconds(10));

    private final Event<FollowUpRequested> asked =
            Asked.toAcknowledge().at("ada at example.org").event();

    @AfterEach
    void disconnect() {
        tables.close();
        publisher.close();
    }

    @Test
    void requests_wait_for_a_database_that_is_away() throws Exception {
        int lettersBefore = deadLetters();
        tables.wire().cut();
        CompletableFuture<Void> accepted =
                CompletableFuture.runAsync(() -> batches().accept(List.of(record())));
        await().pollDelay(Duration.ofSeconds(1)).until(() -> !accepted.isDone());

        tables.wire().mend();

        accepted.join();
        assertThat(kept()).isOne();
        assertThat(deadLetters()).isEqualTo(lettersBefore);
    }

    @Test
    void a_batch_that_is_cut_short_by_a_shutdown_is_nobodys_fault_and_comes_again() throws Exception {
        int lettersBefore = deadLetters();
        tables.wire().cut();
        EventBatches<FollowUpRequested> stopping = batches();
        CompletableFuture<Void> accepted = CompletableFuture.runAsync(() -> stopping.accept(List.of(record())));
        await().pollDelay(Duration.ofSeconds(1)).until(() -> !accepted.isDone());

        stopping.close();

        assertThatThrownBy(accepted::join)
                .isInstanceOfAny(CancellationException.class, CompletionException.class)
                .rootCause()
                .isInstanceOf(CancellationException.class);
        assertThat(deadLetters()).isEqualTo(lettersBefore);
        tables.wire().mend();
        batches().accept(List.of(record()));
        assertThat(kept()).isOne();
    }

    @Test
    void a_batch_whose_offsets_were_not_committed_changes_nothing_when_it_comes_again() {
        batches().accept(List.of(record()));

        batches().accept(List.of(record(), record()));

        assertThat(kept()).isOne();
        assertThat(tables.number("SELECT count(*) FROM outbox")).isOne();
    }

    private EventBatches<FollowUpRequested> batches() {
        DataSource database = tables.throughWire();
        return new EventBatches<>(
                EventType.FOLLOWUP_REQUESTED,
                new FollowUpPlanning(database, Clock.systemUTC(), outcome -> {}, () -> {}),
                new DeadLetterPublisher(publisher, "notification-service", Clock.systemUTC()),
                () -> answers(database));
    }

    private ConsumerRecord<byte[], byte[]> record() {
        WireMessage message = CloudEvents.write(asked);
        var record = new ConsumerRecord<>(
                Topics.FOLLOWUP_REQUESTED, 0, 0, message.key().getBytes(UTF_8), message.data());
        message.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return record;
    }

    private int kept() {
        return tables.number("SELECT count(*) FROM follow_up");
    }

    private int deadLetters() {
        return new TopicReader(stack.bootstrapServers()).records(DEAD_LETTERS).size();
    }

    private static boolean answers(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }
}
