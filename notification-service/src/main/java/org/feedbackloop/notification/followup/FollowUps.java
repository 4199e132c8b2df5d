package org.feedbackloop.notification.followup;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.feedbackloop.delivery.HeaderLines;
import org.feedbackloop.delivery.Outbox;
import org.feedbackloop.event.CloudEvents;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.EventType;
import org.feedbackloop.event.FollowUpId;
import org.feedbackloop.event.WireMessage;
import org.feedbackloop.event.v1.FollowUpOutcome;

/**
 * The follow-ups that wait to be sent, as senders see them: take one, say what came of it.
 *
 * <p>Who takes one holds it for the length of a lease, and longer as long as it says so. All leases are measured by the
 * clock of the database, for those of replicas may differ.
 */
public final class FollowUps {

    private final DataSource database;
    private final Transactions transactions;
    private final Clock clock;
    private final OutcomeListener listener;

    public FollowUps(DataSource database, Clock clock, OutcomeListener listener) {
        this.database = database;
        this.transactions = new Transactions(database);
        this.clock = clock;
        this.listener = listener;
    }

    /**
     * Holds the follow-up that has been due longest, if any is due.
     *
     * @param alreadyHeld by this process; not to be taken even if their leases have run out
     * @param takeOver whether to take what another process held and let lapse
     */
    public Optional<HeldFollowUp> holdNext(Duration lease, Collection<FollowUpId> alreadyHeld, boolean takeOver)
            throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement hold = connection.prepareStatement("""
                        UPDATE follow_up
                        SET state = 'sending',
                            attempts = attempts + 1,
                            lapses = lapses + CASE state WHEN 'sending' THEN 1 ELSE 0 END,
                            next_attempt_at = now() + ? * interval '1 ms'
                        WHERE id = (SELECT id
                                    FROM follow_up
                                    WHERE state IN ('planned', 'sending')
                                      AND next_attempt_at <= now()
                                      AND (state = 'planned' OR ?)
                                      AND id <> ALL (?)
                                    ORDER BY next_attempt_at
                                    LIMIT 1
                                    FOR UPDATE SKIP LOCKED)
                        RETURNING request_headers, request_data, attempts,
                                  (SELECT id
                                   FROM follow_up AS acknowledgement
                                   WHERE acknowledgement.feedback_id = follow_up.feedback_id
                                     AND acknowledgement.id <> follow_up.id
                                     AND acknowledgement.purpose = 'acknowledgement'
                                     AND acknowledgement.state <> 'skipped'
                                   LIMIT 1) AS acknowledgement
                        """)) {
            hold.setLong(1, lease.toMillis());
            hold.setBoolean(2, takeOver);
            hold.setArray(3, ids(connection, alreadyHeld));
            try (ResultSet row = hold.executeQuery()) {
                return row.next() ? Optional.of(held(row)) : Optional.empty();
            }
        }
    }

    /** Tells everybody that these are still being sent. */
    public void keepHolding(Duration lease, Collection<FollowUpId> held) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement renew = connection.prepareStatement("""
                        UPDATE follow_up
                        SET next_attempt_at = now() + ? * interval '1 ms'
                        WHERE id = ANY (?) AND state = 'sending'
                        """)) {
            renew.setLong(1, lease.toMillis());
            renew.setArray(2, ids(connection, held));
            renew.executeUpdate();
        }
    }

    /**
     * A server has taken it. That is so whoever may hold it by now, and however often it is said: the first time counts.
     */
    public void sent(HeldFollowUp followUp, String messageId, Instant sentAt) throws SQLException {
        finish(
                Outcomes.sent(followUp.request(), messageId, sentAt, clock.instant()),
                "UPDATE follow_up SET state = 'sent', message_id = ?, finished_at = ?"
                        + " WHERE id = ? AND state IN ('planned', 'sending')",
                messageId,
                Timestamp.from(sentAt),
                followUp.id().value());
    }

    /** It will never be sent. Without effect if another process has taken it over. */
    public void failed(HeldFollowUp followUp, String reason) throws SQLException {
        Instant now = clock.instant();
        finish(
                Outcomes.failed(followUp.request(), reason, now),
                "UPDATE follow_up SET state = 'failed', reason = ?, finished_at = ?"
                        + " WHERE id = ? AND state = 'sending' AND attempts = ?",
                reason,
                Timestamp.from(now),
                followUp.id().value(),
                followUp.attempt());
    }

    /** It was not sent and is to be tried again. Without effect if another process has taken it over. */
    public void tryAgain(HeldFollowUp followUp, Duration pause, String error) throws SQLException {
        try (Connection connection = database.getConnection()) {
            update(
                    connection,
                    "UPDATE follow_up SET state = 'planned', last_error = ?, next_attempt_at = now() + ? * interval '1 ms'"
                            + " WHERE id = ? AND state = 'sending' AND attempts = ?",
                    error,
                    pause.toMillis(),
                    followUp.id().value(),
                    followUp.attempt());
        }
    }

    /** How many are neither sent nor given up. */
    public long waiting() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement count = connection.prepareStatement(
                        "SELECT count(*) FROM follow_up WHERE state IN ('planned', 'sending')");
                ResultSet row = count.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private void finish(Event<FollowUpOutcome> outcome, String update, Object... values) throws SQLException {
        boolean finished = transactions.run(connection -> {
            boolean changed = update(connection, update, values);
            if (changed) {
                Outbox.add(connection, List.of(outcome));
            }
            return changed;
        });
        if (finished) {
            listener.decided(outcome.data());
        }
    }

    private static boolean update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            return update.executeUpdate() == 1;
        }
    }

    private static Array ids(Connection connection, Collection<FollowUpId> followUps) throws SQLException {
        return connection.createArrayOf(
                "uuid", followUps.stream().map(FollowUpId::value).toArray());
    }

    private static HeldFollowUp held(ResultSet row) throws SQLException {
        WireMessage request =
                new WireMessage(null, HeaderLines.read(row.getString("request_headers")), row.getBytes("request_data"));
        UUID acknowledgement = row.getObject("acknowledgement", UUID.class);
        return new HeldFollowUp(
                CloudEvents.read(EventType.FOLLOWUP_REQUESTED, request),
                row.getInt("attempts"),
                acknowledgement == null ? null : new FollowUpId(acknowledgement));
    }
}
