package org.feedbackloop.crm.consent;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.feedbackloop.delivery.Rows;
import org.feedbackloop.event.v1.ConsentChanged;

/** Consent in PostgreSQL, many words in one statement: they come on the consumers' hot path. */
@ApplicationScoped
class PanacheConsents implements Consents {

    private final DataSource database;

    PanacheConsents(DataSource database) {
        this.database = database;
    }

    @Override
    public void append(List<ConsentChange> changes) {
        if (changes.isEmpty()) {
            // Nearly every batch: it should not cost so much as a connection.
            return;
        }
        Rows rows = new Rows("uuid", "uuid", "text", "text", "boolean", "uuid", "uuid", "timestamptz");
        for (ConsentChange change : changes) {
            ConsentChanged said = change.said();
            rows.add(
                    change.id().value(),
                    said.customerId().value(),
                    said.contactKind().wireName(),
                    said.purpose().wireName(),
                    said.given(),
                    said.feedbackId().value(),
                    change.cause().value(),
                    change.at());
        }
        try (Connection connection = database.getConnection()) {
            rows.update(connection, """
                    INSERT INTO consent_change
                        (id, customer_id, contact_kind, purpose, given, feedback_id, cause, happened_at)
                    SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?, ?)
                    """);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot append " + changes.size() + " changes of consent", e);
        }
    }
}
