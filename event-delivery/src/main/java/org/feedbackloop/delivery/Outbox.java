package org.feedbackloop.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.feedbackloop.event.CloudEvents;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.WireMessage;

/**
 * Events that a transaction wants published. They are, by {@link OutboxRelay}, if it commits.
 *
 * <p>Needs a table {@code outbox (position bigint generated always as identity primary key, event_id uuid, topic text, key
 * text, headers text, data bytea, added_at timestamptz default now())}.
 *
 * <p>The order of one key is kept only if the transactions that add events for it come one after the other: take the lock
 * on the customer first.
 */
public final class Outbox {

    private Outbox() {}

    /** Adds the events in their order, to the caller's transaction. */
    public static void add(Connection connection, List<? extends Event<?>> events) throws SQLException {
        if (events.isEmpty()) {
            return;
        }
        int size = events.size();
        Object[] ids = new Object[size];
        String[] topics = new String[size];
        String[] keys = new String[size];
        String[] headers = new String[size];
        byte[][] data = new byte[size][];
        for (int i = 0; i < size; i++) {
            Event<?> event = events.get(i);
            WireMessage message = CloudEvents.write(event);
            ids[i] = event.id().value();
            topics[i] = event.type().topic();
            keys[i] = event.partitionKey();
            headers[i] = HeaderLines.write(message.headers());
            data[i] = message.data();
        }
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO outbox (event_id, topic, key, headers, data)
                SELECT id, topic, key, headers, data
                FROM unnest(?, ?, ?, ?, ?) WITH ORDINALITY AS added (id, topic, key, headers, data, nr)
                ORDER BY nr
                """)) {
            insert.setArray(1, connection.createArrayOf("uuid", ids));
            insert.setArray(2, connection.createArrayOf("text", topics));
            insert.setArray(3, connection.createArrayOf("text", keys));
            insert.setArray(4, connection.createArrayOf("text", headers));
            insert.setArray(5, connection.createArrayOf("bytea", data));
            insert.executeUpdate();
        }
    }
}
