package org.feedbackloop.journey.faults;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.feedbackloop.local.Database;

/** A service's tables, seen from outside. */
final class Tables implements AutoCloseable {

    private final Connection connection;

    private Tables(Connection connection) {
        this.connection = connection;
    }

    static Tables of(String service, Database database) throws SQLException {
        return new Tables(DriverManager.getConnection(database.jdbcUrl(service), service, Database.PASSWORD));
    }

    /** @param from the name of a table, and a condition if need be */
    int count(String from) throws SQLException {
        return query("SELECT count(*) FROM " + from, row -> row.getInt(1)).get(0);
    }

    <T> List<T> query(String sql, RowReader<T> reader) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<T> read = new ArrayList<>();
            while (rows.next()) {
                read.add(reader.read(rows));
            }
            return read;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** Makes something of the row at which a result stands. */
    @FunctionalInterface
    interface RowReader<T> {

        T read(ResultSet row) throws SQLException;
    }
}
