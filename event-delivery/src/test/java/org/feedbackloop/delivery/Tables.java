package org.feedbackloop.delivery;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.feedbackloop.event.Event;
import org.postgresql.ds.PGSimpleDataSource;

/** A real database with an empty inbox and an empty outbox. */
record Tables(DataSource database) {

    static Tables in(String jdbcUrl) throws SQLException {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setURL(jdbcUrl);
        database.setUser("crm");
        database.setPassword(org.feedbackloop.local.Database.PASSWORD);
        Tables tables = new Tables(database);
        tables.execute("DROP TABLE IF EXISTS inbox, outbox");
        tables.execute("CREATE TABLE inbox (event_id uuid PRIMARY KEY)");
        tables.execute("""
                CREATE TABLE outbox (
                    position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                    event_id uuid NOT NULL,
                    topic text NOT NULL,
                    key text NOT NULL,
                    headers text NOT NULL,
                    data bytea NOT NULL,
                    added_at timestamptz NOT NULL DEFAULT now()
                )""");
        return tables;
    }

    /** A transaction that has begun and waits for its end. */
    Connection begin() throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    void commitToOutbox(List<? extends Event<?>> events) throws SQLException {
        try (Connection transaction = begin()) {
            Outbox.add(transaction, events);
            transaction.commit();
        }
    }

    int outboxSize() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM outbox")) {
            row.next();
            return row.getInt(1);
        }
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
