package org.feedbackloop.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;

/**
 * The broker, database and mail server that all tests of a run share. The first test JVM starts them in the
 * background, those of later modules attach, and they end with the Maven process, or with the IDE's test JVM.
 *
 * <p>A test JVM has the stack to itself: another that asks meanwhile waits. It finds topics, databases and mailboxes
 * empty when it first attaches; between its own tests nothing is cleaned.
 */
public final class TestStack {

    /** Set once this JVM has the stack. A static field would not do: Quarkus loads this class several times over. */
    private static final String ATTACHED = "org.feedbackloop.local.attached";

    private static final Duration TIME_TO_EMPTY = Duration.ofSeconds(30);

    private final StackAddresses addresses;

    private TestStack(StackAddresses addresses) {
        this.addresses = addresses;
    }

    /** The stack of this run. */
    public static TestStack attach() {
        TestStackProcess process = TestStackProcess.of(Checkout.enclosingWorkingDirectory());
        // The one lock that all copies of this class have in common.
        synchronized (System.getProperties()) {
            if (System.getProperty(ATTACHED) != null) {
                return new TestStack(process.addresses());
            }
            claim(process.folder());
            process.startUnlessUp();
            TestStack stack = new TestStack(process.addresses());
            stack.empty();
            System.setProperty(ATTACHED, "true");
            return stack;
        }
    }

    public String bootstrapServers() {
        return addresses.bootstrapServers();
    }

    /** Of the database {@code crm} or {@code notification}, whose owner has its name and {@link Database#PASSWORD}. */
    public String jdbcUrl(String database) {
        return Database.jdbcUrl(addresses.postgresPort(), database);
    }

    public String mailHost() {
        return "127.0.0.1";
    }

    public int smtpPort() {
        return addresses.smtpPort();
    }

    public int imapPort() {
        return addresses.imapPort();
    }

    public Mailbox mailbox() {
        return new Mailbox(addresses.imapPort());
    }

    private void empty() {
        try (ContractTopics topics = ContractTopics.on(bootstrapServers());
                ServiceDatabases databases = ServiceDatabases.on(addresses.postgresPort(), TIME_TO_EMPTY)) {
            topics.empty();
            databases.empty();
        } catch (SQLException e) {
            throw new StackFailure("The databases cannot be emptied: " + e.getMessage(), e);
        }
        mailbox().empty();
    }

    /** Waits for other test JVMs to end, and keeps later ones waiting until this one has. */
    @SuppressWarnings("resource") // held until the JVM ends
    private static void claim(Path folder) {
        try {
            FileChannel lock = FileChannel.open(
                    Files.createDirectories(folder).resolve("claim"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            if (lock.tryLock() == null) {
                System.err.println("Waiting for the tests of another JVM to leave the test stack");
                lock.lock();
            }
            // An unreachable channel would be closed, and the claim with it.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> release(lock)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void release(FileChannel lock) {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
