package org.feedbackloop.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.feedbackloop.event.EventId;
import org.feedbackloop.local.TestStack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InboxComponentTest {

    private static final EventId ONE = EventId.named("one");
    private static final EventId OTHER = EventId.named("other");

    private Tables tables;

    @BeforeEach
    void empty() throws SQLException {
        tables = Tables.in(TestStack.attach().jdbcUrl("crm"));
    }

    @Test
    void an_event_is_fresh_once() {
        assertThat(claimAndCommit(List.of(ONE))).containsExactly(ONE);
        assertThat(claimAndCommit(List.of(ONE, OTHER))).containsExactly(OTHER);
    }

    @Test
    void an_event_that_stands_twice_in_a_batch_is_claimed_once() {
        assertThat(claimAndCommit(List.of(ONE, OTHER, ONE))).containsExactlyInAnyOrder(ONE, OTHER);
    }

    @Test
    void nothing_is_fresh_among_no_events() {
        assertThat(claimAndCommit(List.of())).isEmpty();
    }

    @Test
    void what_was_rolled_back_was_not_handled() throws SQLException {
        try (Connection transaction = tables.begin()) {
            assertThat(Inbox.claim(transaction, List.of(ONE))).containsExactly(ONE);
            transaction.rollback();
        }

        assertThat(claimAndCommit(List.of(ONE))).containsExactly(ONE);
    }

    @Test
    void who_comes_second_waits_and_gets_what_the_first_did_not_keep() throws SQLException {
        try (Connection first = tables.begin()) {
            Inbox.claim(first, List.of(ONE));
            var second = CompletableFuture.supplyAsync(() -> claimAndCommit(List.of(ONE)));
            awaitSomebodyWaiting();
            assertThat(second).isNotDone();
            first.rollback();

            assertThat(second.join()).containsExactly(ONE);
        }
    }

    @Test
    void who_comes_second_waits_and_gets_nothing_that_the_first_kept() throws SQLException {
        try (Connection first = tables.begin()) {
            Inbox.claim(first, List.of(ONE));
            var second = CompletableFuture.supplyAsync(() -> claimAndCommit(List.of(ONE, OTHER)));
            awaitSomebodyWaiting();
            first.commit();

            assertThat(second.join()).containsExactly(OTHER);
        }
    }

    /** Each batch in an order of its own: were ids not locked in theirs, the database would break a deadlock. */
    @Test
    void two_with_the_same_events_in_other_orders_never_wait_for_each_other() {
        for (int round = 0; round < 20; round++) {
            int seed = round;
            List<CompletableFuture<Set<EventId>>> both = IntStream.range(0, 2)
                    .mapToObj(who -> CompletableFuture.supplyAsync(
                            () -> claimAndCommit(shuffled(seed, new Random(seed * 2L + who)))))
                    .toList();

            assertThat(both.stream().mapToInt(claimed -> claimed.join().size()).sum())
                    .isEqualTo(500);
        }
    }

    private static List<EventId> shuffled(int round, Random random) {
        List<EventId> ids = new ArrayList<>(IntStream.range(0, 500)
                .mapToObj(n -> EventId.named("round", Integer.toString(round), Integer.toString(n)))
                .toList());
        Collections.shuffle(ids, random);
        return ids;
    }

    private Set<EventId> claimAndCommit(List<EventId> events) {
        try (Connection transaction = tables.begin()) {
            Set<EventId> fresh = Inbox.claim(transaction, events);
            transaction.commit();
            return fresh;
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }

    private void awaitSomebodyWaiting() {
        Awaitility.await().atMost(Broker.PATIENCE).until(() -> {
            try (Connection connection = tables.database().getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT count(*) FROM pg_locks WHERE NOT granted")) {
                return row.next() && row.getInt(1) > 0;
            }
        });
    }
}
