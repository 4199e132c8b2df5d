package org.feedbackloop.notification.followup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.feedbackloop.delivery.EventHandler;
import org.feedbackloop.delivery.HeaderLines;
import org.feedbackloop.delivery.Inbox;
import org.feedbackloop.delivery.Outbox;
import org.feedbackloop.delivery.TraceContext;
import org.feedbackloop.event.CloudEvents;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.EventId;
import org.feedbackloop.event.WireMessage;
import org.feedbackloop.event.v1.FollowUpOutcome;
import org.feedbackloop.event.v1.FollowUpRequested;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Decides about requests as they come, many in one transaction, and keeps what is to be sent until it is. */
public final class FollowUpPlanning implements EventHandler<FollowUpRequested> {

    private static final Logger LOG = Logger.getLogger(FollowUpPlanning.class);

    private final Transactions transactions;
    private final Clock clock;
    private final OutcomeListener listener;
    private final Runnable planned;

    /** @param planned called when there may be something new to send */
    public FollowUpPlanning(DataSource database, Clock clock, OutcomeListener listener, Runnable planned) {
        this.transactions = new Transactions(database);
        this.clock = clock;
        this.listener = listener;
        this.planned = planned;
    }

    @Override
    public void handle(List<Event<FollowUpRequested>> requests) {
        try {
            transactions.run(connection -> decide(connection, requests)).forEach(this::tell);
        } catch (SQLException e) {
            throw new RequestsNotKept(requests.size(), e);
        }
        planned.run();
    }

    private List<Event<FollowUpOutcome>> decide(Connection connection, List<Event<FollowUpRequested>> requests)
            throws SQLException {
        Instant now = clock.instant();
        List<Decision> decisions = fresh(connection, requests).stream()
                .map(request -> TraceContext.handledBy("notification-service", request))
                .map(Decision::about)
                .toList();
        Set<UUID> kept = insert(connection, decisions, now);
        List<Event<FollowUpOutcome>> outcomes = new ArrayList<>();
        for (Decision decision : decisions) {
            // An id stands for one message: of two requests that carry the same one, the first counts.
            if (decision.reason() != null && kept.remove(decision.id())) {
                outcomes.add(Outcomes.skipped(decision.request(), decision.reason(), now));
            }
        }
        Outbox.add(connection, outcomes);
        return outcomes;
    }

    private static List<Event<FollowUpRequested>> fresh(Connection connection, List<Event<FollowUpRequested>> requests)
            throws SQLException {
        Set<EventId> unseen =
                Inbox.claim(connection, requests.stream().map(Event::id).toList());
        return requests.stream().filter(request -> unseen.remove(request.id())).toList();
    }

    /** The ids of those that were not there before. */
    private static Set<UUID> insert(Connection connection, List<Decision> decisions, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO follow_up (id, customer_id, feedback_id, case_id, purpose, contact_kind,
                                       request_headers, request_data, requested_at, planned_at, state, reason, finished_at)
                SELECT id, customer_id, feedback_id, case_id, purpose, contact_kind,
                       request_headers, request_data, requested_at, now.at,
                       CASE WHEN reason IS NULL THEN 'planned' ELSE 'skipped' END,
                       reason,
                       CASE WHEN reason IS NOT NULL THEN now.at END
                FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                         AS decided (id, customer_id, feedback_id, case_id, purpose, contact_kind,
                                     request_headers, request_data, requested_at, reason),
                     (VALUES (CAST(? AS timestamptz))) AS now (at)
                ON CONFLICT (id) DO NOTHING
                RETURNING id
                """)) {
            Columns columns = new Columns(connection, insert, decisions);
            columns.add("uuid", Decision::id);
            columns.add("uuid", decision -> decision.asked().customerId().value());
            columns.add("uuid", decision -> decision.asked().feedbackId().value());
            columns.add("uuid", Decision::caseId);
            columns.add("text", decision -> decision.asked().purpose().wireName());
            columns.add("text", decision -> decision.asked().recipient().kind().wireName());
            columns.add("text", decision -> HeaderLines.write(decision.message().headers()));
            columns.addBytes(decision -> decision.message().data());
            columns.add(
                    "timestamptz", decision -> Timestamp.from(decision.request().time()));
            columns.add("text", Decision::reason);
            insert.setTimestamp(columns.next(), Timestamp.from(now));
            Set<UUID> kept = new HashSet<>();
            try (ResultSet rows = insert.executeQuery()) {
                while (rows.next()) {
                    kept.add(rows.getObject(1, UUID.class));
                }
            }
            return kept;
        }
    }

    private void tell(Event<FollowUpOutcome> skipped) {
        FollowUpOutcome outcome = skipped.data();
        LOG.infof(
                "follow-up-skipped followUpId=%s feedbackId=%s reason=%s",
                outcome.followUpId(), outcome.feedbackId(), outcome.reason());
        listener.decided(outcome);
    }

    /** A request with what we decided about it. The reason is there if it is not to be sent. */
    private record Decision(
            Event<FollowUpRequested> request,
            WireMessage message,
            @Nullable String reason) {

        static Decision about(Event<FollowUpRequested> request) {
            Optional<String> reason = Plan.of(request.data()).fold(Optional::empty, Optional::of);
            return new Decision(request, CloudEvents.write(request), reason.orElse(null));
        }

        FollowUpRequested asked() {
            return request.data();
        }

        UUID id() {
            return asked().followUpId().value();
        }

        @Nullable
        UUID caseId() {
            return asked().caseId() == null ? null : asked().caseId().value();
        }
    }

    /** Sets the parameters of a statement one after the other, each an array with a value for every decision. */
    private static final class Columns {
        private final Connection connection;
        private final PreparedStatement statement;
        private final List<Decision> decisions;
        private int last;

        Columns(Connection connection, PreparedStatement statement, List<Decision> decisions) {
            this.connection = connection;
            this.statement = statement;
            this.decisions = decisions;
        }

        void add(String type, Function<Decision, @Nullable Object> value) throws SQLException {
            set(type, decisions.stream().map(value).toArray());
        }

        /** The driver takes arrays of bytes only where their type says that they are. */
        void addBytes(Function<Decision, byte[]> value) throws SQLException {
            set("bytea", decisions.stream().map(value).toArray(byte[][]::new));
        }

        private void set(String type, Object[] values) throws SQLException {
            statement.setArray(next(), connection.createArrayOf(type, values));
        }

        int next() {
            return ++last;
        }
    }
}
