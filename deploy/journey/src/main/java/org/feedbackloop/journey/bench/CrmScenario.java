package org.feedbackloop.journey.bench;

import java.io.File;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.feedbackloop.local.Checkout;
import org.feedbackloop.local.Database;
import org.feedbackloop.local.LocalStack;
import org.feedbackloop.local.Ports;
import org.feedbackloop.local.Progress;
import org.feedbackloop.local.Service;
import org.feedbackloop.local.ServiceName;

/**
 * How fast crm-service applies what stands on a full topic, against the same unit of work written by hand in JDBC, in turns
 * on the same database.
 *
 * <p>Measured is the middle of each turn, between the first fifth of the events and the last twentieth: neither the start of
 * a JVM nor the wait for the last record. crm-service publishes its outbox meanwhile, and the hand-written one does not.
 */
public final class CrmScenario implements Scenario {

    private static final int EVENTS = 40_000;
    private static final int CUSTOMERS = 10_000;
    private static final int TURNS = 3;
    private static final String GROUP = "crm-service";
    private static final String AS_NEW = "crm_as_new";
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Aim NEAR_HAND_WRITTEN = Aim.atLeast(0.5, "events/s, crm over JDBC");

    @Override
    public String name() {
        return "crm";
    }

    @Override
    public void run(PrintStream out) throws Exception {
        Checkout checkout = Checkout.enclosingWorkingDirectory();
        Path state = checkout.root().resolve("target/bench-stack");
        LocalStack.wipe(state);
        try (LocalStack stack =
                LocalStack.in(state, checkout, Ports.free(), List.of(ServiceName.of(GROUP)), Progress.SILENT)) {
            stack.start();
            Service crm = stack.service(GROUP);
            crm.stop();
            keepAsNew(stack);
            String broker = stack.addresses().bootstrapServers();
            RoutedFeedback.fill(broker, EVENTS, CUSTOMERS);
            out.printf("%,d routed feedbacks of %,d customers, applied to one database%n", EVENTS, CUSTOMERS);

            List<Double> ratios = new ArrayList<>();
            for (int turn = 1; turn <= TURNS; turn++) {
                empty(stack);
                crm.start();
                double ours = eventsPerSecond(stack);
                crm.stop();
                empty(stack);
                Process peer = handWritten(stack, checkout);
                double byHand = eventsPerSecond(stack);
                end(peer);
                ratios.add(ours / byHand);
                out.printf(
                        Locale.ROOT,
                        "turn %d   crm %,7.0f events/s   hand-written JDBC %,7.0f events/s%n",
                        turn,
                        ours,
                        byHand);
            }
            out.println(NEAR_HAND_WRITTEN.verdictOn(
                    Spread.of(ratios.stream().mapToDouble(Double::doubleValue).toArray())));
        }
    }

    /** Sets a database aside in which crm-service has made its tables, and written nothing yet. */
    private static void keepAsNew(LocalStack stack) throws SQLException {
        try (Connection server = server(stack);
                Statement statement = server.createStatement()) {
            statement.execute("ALTER DATABASE crm RENAME TO " + AS_NEW);
        }
    }

    /**
     * As if nothing had been read or written yet. To truncate the tables would not do: autovacuum remembers what was written,
     * may find that they are empty, and PostgreSQL then checks foreign keys by reading all of a table that it believes to
     * have a page, while that table fills. Of a new table it assumes no such thing.
     */
    private static void empty(LocalStack stack) throws Exception {
        ConsumerGroups.forget(GROUP, stack.addresses().bootstrapServers());
        try (Connection server = server(stack);
                Statement statement = server.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS crm WITH (FORCE)");
            statement.execute("CREATE DATABASE crm TEMPLATE " + AS_NEW + " OWNER crm");
        }
    }

    private static Process handWritten(LocalStack stack, Checkout checkout) throws Exception {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx192m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HandWrittenCrm.class.getName(),
                        stack.addresses().bootstrapServers(),
                        stack.database().jdbcUrl("crm"),
                        GROUP)
                .directory(checkout.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(new File("/dev/null"))
                .start();
    }

    private static void end(Process peer) throws InterruptedException {
        peer.destroy();
        if (!peer.waitFor(20, TimeUnit.SECONDS)) {
            peer.destroyForcibly().waitFor();
        }
    }

    private static double eventsPerSecond(LocalStack stack) throws SQLException, BrokenBench {
        long begin = 0;
        long fromCount = 0;
        long deadline = System.nanoTime() + LIMIT.toNanos();
        try (Connection database = database(stack)) {
            while (System.nanoTime() < deadline) {
                long applied = applied(database);
                long now = System.nanoTime();
                if (begin == 0 && applied >= EVENTS / 5) {
                    begin = now;
                    fromCount = applied;
                }
                if (applied >= EVENTS * 19 / 20) {
                    return (applied - fromCount) / ((now - begin) / 1e9);
                }
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            }
        }
        throw new BrokenBench("not all of " + EVENTS + " events were applied within " + LIMIT.toMinutes() + " minutes");
    }

    private static long applied(Connection database) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM inbox")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Connection server(LocalStack stack) throws SQLException {
        return DriverManager.getConnection(
                stack.database().jdbcUrl(Database.SUPERUSER), Database.SUPERUSER, Database.PASSWORD);
    }

    private static Connection database(LocalStack stack) throws SQLException {
        return DriverManager.getConnection(stack.database().jdbcUrl("crm"), "crm", Database.PASSWORD);
    }
}
