package org.feedbackloop.delivery;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.feedbackloop.event.EventId;

/**
 * Remembers which events have had their effect, in the same transaction as the effect.
 *
 * <p>Needs a table {@code inbox (event_id uuid primary key)}.
 */
public final class Inbox {

    private Inbox() {}

    /**
     * Those of the events that nobody has handled before; from now on they count as handled, if the caller's transaction
     * commits. An event that another transaction is handling at this moment is waited for. Ids are locked in their order, so
     * that two transactions with the same events cannot wait for each other.
     */
    public static Set<EventId> claim(Connection connection, Collection<EventId> events) throws SQLException {
        Object[] ids = events.stream().distinct().sorted().map(EventId::value).toArray();
        Array array = connection.createArrayOf("uuid", ids);
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO inbox (event_id) SELECT unnest(?) ON CONFLICT DO NOTHING RETURNING event_id")) {
            insert.setArray(1, array);
            Set<EventId> fresh = new HashSet<>(ids.length * 2);
            try (ResultSet rows = insert.executeQuery()) {
                while (rows.next()) {
                    fresh.add(new EventId(rows.getObject(1, UUID.class)));
                }
            }
            return fresh;
        }
    }
}
