package org.feedbackloop.crm.stage;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.feedbackloop.delivery.Rows;
import org.feedbackloop.event.CustomerId;
import org.feedbackloop.event.v1.StageModel;

/** Stages in PostgreSQL, many in one statement: this is the consumers' hot path. */
@ApplicationScoped
class PanacheStages implements Stages {

    private final DataSource database;

    PanacheStages(DataSource database) {
        this.database = database;
    }

    @Override
    public Map<CustomerId, Standing> standings(Collection<CustomerId> customers) {
        Map<CustomerId, Standing> standings = new HashMap<>();
        Rows ids = new Rows("uuid");
        customers.forEach(customer -> {
            standings.put(customer, new Standing());
            ids.add(customer.value());
        });
        try (Connection connection = database.getConnection()) {
            ids.query(
                    connection,
                    "SELECT customer_id, model, stage FROM stage WHERE customer_id = ANY (?)",
                    row -> standings
                            .computeIfAbsent(
                                    new CustomerId(row.getObject("customer_id", UUID.class)),
                                    customer -> new Standing())
                            .moveTo(
                                    StageModel.valueOf(row.getString("model").toUpperCase(Locale.ROOT)),
                                    row.getString("stage")));
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the stages of " + customers.size() + " customers", e);
        }
        return standings;
    }

    @Override
    public void append(List<StageChange> changes) {
        Rows history = new Rows("uuid", "uuid", "text", "text", "text", "text", "text", "uuid", "timestamptz");
        Map<Line, StageChange> last = new LinkedHashMap<>();
        for (StageChange change : changes) {
            history.add(
                    change.id().value(),
                    change.customer().value(),
                    change.move().model().wireName(),
                    change.move().from(),
                    change.move().to(),
                    change.move().direction().wireName(),
                    change.move().rule(),
                    change.cause().value(),
                    change.at());
            last.put(new Line(change.customer(), change.move().model()), change);
        }
        Rows standings = new Rows("uuid", "text", "text", "timestamptz");
        last.forEach((line, change) -> standings.add(
                line.customer().value(), line.model().wireName(), change.move().to(), change.at()));
        try (Connection connection = database.getConnection()) {
            history.update(connection, """
                    INSERT INTO stage_change
                        (id, customer_id, model, from_stage, to_stage, direction, rule, cause, happened_at)
                    SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """);
            standings.update(connection, """
                    INSERT INTO stage (customer_id, model, stage, since)
                    SELECT * FROM unnest(?, ?, ?, ?)
                    ON CONFLICT (customer_id, model) DO UPDATE SET stage = excluded.stage, since = excluded.since
                    """);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot append " + changes.size() + " stage changes", e);
        }
    }

    private record Line(CustomerId customer, StageModel model) {}
}
