package org.feedbackloop.crm.timeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.feedbackloop.delivery.Rows;
import org.feedbackloop.event.CustomerId;
import org.feedbackloop.event.EventId;

/** The timeline in PostgreSQL, many entries in one statement: this is the consumers' hot path. */
@ApplicationScoped
class PanacheTimeline implements Timeline {

    private final DataSource database;
    private final ObjectMapper json;

    PanacheTimeline(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public void append(List<TimelineEntry> entries) {
        Rows rows = new Rows("uuid", "uuid", "text", "timestamptz", "timestamptz", "uuid", "uuid", "uuid", "text");
        for (TimelineEntry entry : entries) {
            rows.add(
                    entry.id().value(),
                    entry.customer().value(),
                    entry.kind().wireName(),
                    entry.happenedAt(),
                    entry.recordedAt(),
                    entry.correlation().value(),
                    entry.causation().value(),
                    entry.caseId() == null ? null : entry.caseId().value(),
                    text(entry));
        }
        try (Connection connection = database.getConnection()) {
            rows.update(connection, """
                    INSERT INTO timeline_entry
                        (id, customer_id, kind, happened_at, recorded_at, correlation, causation, case_id, detail)
                    SELECT id, customer_id, kind, happened_at, recorded_at, correlation, causation, case_id, detail::jsonb
                    FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?) AS entry
                        (id, customer_id, kind, happened_at, recorded_at, correlation, causation, case_id, detail)
                    """);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot append " + entries.size() + " timeline entries", e);
        }
    }

    @Override
    public Map<EventId, CustomerId> whose(Collection<EventId> entries) {
        Rows ids = new Rows("uuid");
        entries.forEach(id -> ids.add(id.value()));
        Map<EventId, CustomerId> whose = new HashMap<>();
        try (Connection connection = database.getConnection()) {
            ids.query(
                    connection,
                    "SELECT id, customer_id FROM timeline_entry WHERE id = ANY (?)",
                    row -> whose.put(
                            new EventId(row.getObject("id", UUID.class)),
                            new CustomerId(row.getObject("customer_id", UUID.class))));
        } catch (SQLException e) {
            throw new IllegalStateException("cannot look up " + entries.size() + " timeline entries", e);
        }
        return whose;
    }

    private String text(TimelineEntry entry) {
        try {
            return json.writeValueAsString(entry.detail());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write the detail of timeline entry " + entry.id(), e);
        }
    }
}
