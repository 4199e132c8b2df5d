package org.feedbackloop.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** The services' databases on a server, each with an owner of its name. */
final class ServiceDatabases implements AutoCloseable {

    private static final List<String> NAMES = Arrays.stream(ServiceName.values())
            .map(ServiceName::database)
            .flatMap(Optional::stream)
            .toList();

    private final Connection connection;

    private ServiceDatabases(Connection connection) {
        this.connection = connection;
    }

    /** Those of the server at a port, if it lets us in within the limit. */
    static ServiceDatabases on(int port, Duration limit) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", Database.SUPERUSER);
        login.setProperty("password", Database.PASSWORD);
        // Not the driver's loginTimeout: it connects on a thread of its own, which may wait for a lock that ours holds.
        login.setProperty("connectTimeout", Long.toString(limit.toSeconds()));
        login.setProperty("socketTimeout", Long.toString(limit.toSeconds()));
        return new ServiceDatabases(DriverManager.getConnection(Database.jdbcUrl(port, Database.SUPERUSER), login));
    }

    void createMissing() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String name : NAMES) {
                if (!found(statement, "select from pg_roles where rolname = '" + name + "'")) {
                    statement.execute("create role " + name + " login password '" + Database.PASSWORD + "'");
                }
                if (!found(statement, "select from pg_database where datname = '" + name + "'")) {
                    statement.execute("create database " + name + " owner " + name);
                }
            }
        }
    }

    /** Leaves every database as if it had just been created, whoever still holds a connection to it. */
    void empty() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String name : NAMES) {
                statement.execute("drop database if exists " + name + " with (force)");
            }
        }
        createMissing();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private static boolean found(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }
}
