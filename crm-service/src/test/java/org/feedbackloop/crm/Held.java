package org.feedbackloop.crm;

import static org.feedbackloop.crm.Patience.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Something in the database that a test holds, so that whoever wants it has to stand in line until the test lets go. */
public final class Held implements AutoCloseable {

    private static final String WAIT =
            "FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";

    private final Connection connection;

    private Held(Connection connection) {
        this.connection = connection;
    }

    public static Held customer(DataSource database, String id) throws SQLException {
        return by(database, "SELECT FROM customer WHERE id = '" + id + "' FOR UPDATE");
    }

    /** Nobody new can become known meanwhile. */
    public static Held newContacts(DataSource database) throws SQLException {
        return by(database, "LOCK TABLE contact_point IN SHARE MODE");
    }

    private static Held by(DataSource database, String lock) throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(lock);
        }
        return new Held(connection);
    }

    /** Returns when so many stand in line. */
    public void awaitWaiting(int many) {
        await().until(() -> waiting() == many);
    }

    /** Breaks the connections of those who stand in line. */
    public void breakWaiting() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(pid) " + WAIT);
        }
    }

    private int waiting() throws SQLException {
        try (Statement statement = connection.createStatement();
                // Within one transaction the server would go on telling what it first told.
                ResultSet cleared = statement.executeQuery("SELECT pg_stat_clear_snapshot()")) {
            cleared.next();
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) " + WAIT)) {
            row.next();
            return row.getInt(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
