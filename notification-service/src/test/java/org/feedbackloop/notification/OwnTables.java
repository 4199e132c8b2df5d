package org.feedbackloop.notification;

import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.feedbackloop.local.Database;
import org.feedbackloop.local.TestStack;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The service's tables in a schema of a test's own, so that no other test's senders touch what stands in them; and the
 * wire to them, which can be cut.
 */
public final class OwnTables implements AutoCloseable {

    private static final String DATABASE = "notification";

    private final PGSimpleDataSource direct;
    private final Wire wire;
    private final PGSimpleDataSource throughWire;

    private OwnTables(TestStack stack, String schema) {
        direct = dataSource(stack.jdbcUrl(DATABASE), schema);
        wire = Wire.to(URI.create(direct.getUrl().substring("jdbc:".length())).getPort());
        throughWire = dataSource("jdbc:postgresql://127.0.0.1:" + wire.port() + "/" + DATABASE, schema);
    }

    /** Empty ones, made by the service's own migrations. */
    public static OwnTables in(TestStack stack, String schema) {
        OwnTables tables = new OwnTables(stack, schema);
        tables.execute("DROP SCHEMA IF EXISTS " + schema + " CASCADE");
        Flyway.configure()
                .dataSource(tables.direct)
                .defaultSchema(schema)
                .load()
                .migrate();
        return tables;
    }

    public Wire wire() {
        return wire;
    }

    public DataSource throughWire() {
        return throughWire;
    }

    public DataSource direct() {
        return direct;
    }

    public void execute(String sql) {
        try (Connection connection = direct.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The one value that a query yields. */
    public String value(String query) {
        try (Connection connection = direct.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            if (!row.next()) {
                throw new IllegalStateException("nothing found by " + query);
            }
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public int number(String query) {
        return Integer.parseInt(value(query));
    }

    @Override
    public void close() {
        wire.close();
    }

    private static PGSimpleDataSource dataSource(String url, String schema) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(DATABASE);
        source.setPassword(Database.PASSWORD);
        source.setCurrentSchema(schema);
        return source;
    }
}
