package org.feedbackloop.crm.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.feedbackloop.delivery.Rows;
import org.feedbackloop.event.CaseId;
import org.feedbackloop.event.CustomerId;
import org.feedbackloop.event.v1.Contact;

/** Cases in PostgreSQL: opened and acknowledged many in one statement, as the consumers need it; changed one at a time. */
@ApplicationScoped
class PanacheCases implements Cases {

    private final DataSource database;

    PanacheCases(DataSource database) {
        this.database = database;
    }

    @Override
    public void open(List<Case> cases) {
        Rows rows = new Rows(
                "uuid",
                "uuid",
                "uuid",
                "text",
                "text",
                "text",
                "int2",
                "text",
                "text",
                "text",
                "text",
                "text",
                "timestamptz",
                "timestamptz",
                "timestamptz",
                "text",
                "uuid");
        for (Case opened : cases) {
            Contact replyTo = opened.replyTo();
            rows.add(
                    opened.id().value(),
                    opened.customer().value(),
                    opened.feedback().value(),
                    opened.type().wireName(),
                    opened.category(),
                    opened.queue(),
                    opened.priority().ordinal(),
                    opened.language(),
                    opened.excerpt(),
                    opened.customerName(),
                    replyTo == null ? null : replyTo.kind().wireName(),
                    replyTo == null ? null : replyTo.value(),
                    opened.openedAt(),
                    opened.acknowledgeBy(),
                    opened.dueAt(),
                    opened.progress().status().wireName(),
                    opened.lastEvent().value());
        }
        try (Connection connection = database.getConnection()) {
            rows.update(connection, """
                    INSERT INTO customer_case (id, customer_id, feedback_id, type, category, queue, priority, language,
                        excerpt, customer_name, reply_kind, reply_value, opened_at, acknowledge_by, due_at, status, last_event)
                    SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot open " + cases.size() + " cases", e);
        }
    }

    @Override
    public void acknowledge(Map<CaseId, Instant> heardAt) {
        Rows rows = new Rows("uuid", "timestamptz");
        heardAt.forEach((id, at) -> rows.add(id.value(), at));
        try (Connection connection = database.getConnection()) {
            rows.update(connection, """
                    UPDATE customer_case SET acknowledged_at = heard.at
                    FROM unnest(?, ?) AS heard (id, at)
                    WHERE customer_case.id = heard.id AND acknowledged_at IS NULL
                    """);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot acknowledge " + heardAt.size() + " cases", e);
        }
    }

    @Override
    public Optional<Case> hold(CaseId id) {
        return CaseRow.<CaseRow>findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE)
                .map(CaseRow::toCase);
    }

    /** Never by way of the entity: Hibernate would lock it later without reading it again, and decide on what it was. */
    @Override
    public Map<CaseId, CustomerId> customersOf(Collection<CaseId> cases) {
        Rows ids = new Rows("uuid");
        cases.forEach(id -> ids.add(id.value()));
        Map<CaseId, CustomerId> customers = new HashMap<>();
        try (Connection connection = database.getConnection()) {
            ids.query(
                    connection,
                    "SELECT id, customer_id FROM customer_case WHERE id = ANY (?)",
                    row -> customers.put(
                            new CaseId(row.getObject("id", UUID.class)),
                            new CustomerId(row.getObject("customer_id", UUID.class))));
        } catch (SQLException e) {
            throw new IllegalStateException("cannot look up the customers of " + cases.size() + " cases", e);
        }
        return customers;
    }

    @Override
    public void keep(Case moved) {
        CaseRow.<CaseRow>findById(moved.id().value()).move(moved);
    }
}
