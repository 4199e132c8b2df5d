package org.feedbackloop.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.feedbackloop.event.WireMessage;
import org.jboss.logging.Logger;

/**
 * Publishes what the outbox holds, in its order, and removes what the broker has acknowledged.
 *
 * <p>Of all replicas one relays at a time (an advisory lock held for the transaction), for two would break the order of a
 * key. An event that the broker refuses holds up those behind it. If the relay dies between the acknowledgement and the
 * removal, the same events are published again with the same ids.
 */
public final class OutboxRelay implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

    /** Any number that no other advisory lock of the database uses. */
    private static final long LOCK = 0x6f7574626f78L;

    private static final int BATCH = 500;

    /** A broker that is away for so long is news, and again each time. */
    private static final long WORTH_TELLING_SECONDS = 30;

    /** How long an event waits at most if nobody nudges: after a restart, or on a replica that did not add it. */
    private static final long IDLE_MILLIS = 500;

    private final DataSource database;
    private final EventPublisher publisher;
    private final Semaphore nudges = new Semaphore(0);
    private final Thread thread = new Thread(this::run, "outbox-relay");
    private volatile boolean closed;

    /** How many events to take at a time. Only the thread that relays knows it. */
    private int batch = BATCH;

    public OutboxRelay(DataSource database, EventPublisher publisher) {
        this.database = database;
        this.publisher = publisher;
    }

    public void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Something was added and committed: look now. */
    public void nudge() {
        nudges.release();
    }

    private void run() {
        while (!closed) {
            try {
                if (relayBatch() < BATCH) {
                    nudges.tryAcquire(IDLE_MILLIS, TimeUnit.MILLISECONDS);
                    nudges.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            } catch (SQLException | RuntimeException e) {
                // Whatever it is: a relay that gave up would hold every later event back, and nobody would see it.
                if (!closed) {
                    LOG.warnf("outbox-relay-failed reason=%s", new Failure(e).reason());
                    LOG.debug("outbox-relay-failed", e);
                    pause();
                }
            }
        }
    }

    private void pause() {
        try {
            nudges.tryAcquire(Integer.MAX_VALUE, IDLE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }

    /** How many events it published. */
    int relayBatch() throws SQLException, InterruptedException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                int published = lock(connection) ? publishNext(connection) : 0;
                connection.commit();
                return published;
            } catch (SQLException | RuntimeException | InterruptedException e) {
                rollBack(connection, e);
                throw e;
            }
        }
    }

    /** A connection that broke cannot be rolled back either; what broke it is the news. */
    private static void rollBack(Connection connection, Exception news) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            news.addSuppressed(e);
        }
    }

    private static boolean lock(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("SELECT pg_try_advisory_xact_lock(?)")) {
            lock.setLong(1, LOCK);
            try (ResultSet row = lock.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private int publishNext(Connection connection) throws SQLException, InterruptedException {
        List<Long> positions = new ArrayList<>(BATCH);
        List<CompletableFuture<Void>> acknowledgements = new ArrayList<>(BATCH);
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT position, topic, key, headers, data FROM outbox ORDER BY position LIMIT ?")) {
            select.setInt(1, batch);
            try (ResultSet rows = select.executeQuery()) {
                boolean refused = false;
                // Behind one that was refused, another that is taken would overtake it.
                while (!refused && rows.next()) {
                    CompletableFuture<Void> acknowledgement = publisher.publish(rows.getString("topic"), message(rows));
                    positions.add(rows.getLong("position"));
                    acknowledgements.add(acknowledgement);
                    refused = acknowledgement.isCompletedExceptionally();
                }
            }
        }
        int acknowledged = awaitInOrder(acknowledgements);
        remove(connection, positions.subList(0, acknowledged));
        // One that is refused again and again must not take others along each time.
        batch = acknowledged < positions.size() ? 1 : BATCH;
        return acknowledged;
    }

    private static WireMessage message(ResultSet row) throws SQLException {
        return new WireMessage(row.getString("key"), HeaderLines.read(row.getString("headers")), row.getBytes("data"));
    }

    /** How many of the first were acknowledged without a gap. */
    private static int awaitInOrder(List<CompletableFuture<Void>> acknowledgements) throws InterruptedException {
        int acknowledged = 0;
        try {
            for (CompletableFuture<Void> acknowledgement : acknowledgements) {
                await(acknowledgement);
                acknowledged++;
            }
        } catch (ExecutionException e) {
            LOG.warnf("outbox-event-refused reason=%s", new Failure(e).reason());
        }
        return acknowledged;
    }

    /**
     * As long as it takes: the producer has it, and were it handed over again, the first might still come after the second.
     */
    private static void await(CompletableFuture<Void> acknowledgement) throws InterruptedException, ExecutionException {
        for (long waited = 0; ; waited += WORTH_TELLING_SECONDS) {
            try {
                acknowledgement.get(WORTH_TELLING_SECONDS, TimeUnit.SECONDS);
                return;
            } catch (TimeoutException e) {
                LOG.warnf("outbox-relay-waiting waitedSeconds=%d", waited + WORTH_TELLING_SECONDS);
            }
        }
    }

    private static void remove(Connection connection, List<Long> positions) throws SQLException {
        if (positions.isEmpty()) {
            return;
        }
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM outbox WHERE position = ANY (?)")) {
            delete.setArray(1, connection.createArrayOf("bigint", positions.toArray()));
            delete.executeUpdate();
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
