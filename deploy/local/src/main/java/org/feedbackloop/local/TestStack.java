package org.feedbackloop.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * The broker, database and mail server that the tests of a run share. The first test JVM starts them in the
 * background, those of later modules attach, and they end with the Maven process, or with the IDE's test JVM.
 *
 * <p>A test JVM has the stack to itself. One that asks meanwhile, as when Maven builds two modules at a time, gets a second
 * stack, which the run keeps as well; a third waits. A JVM finds topics, databases and mailboxes empty when it first
 * attaches; between its own tests nothing is cleaned.
 */
public final class TestStack {

    /**
     * The number of the stack, set once this JVM has one. A static field would not do: Quarkus loads this class several times
     * over.
     */
    private static final String ATTACHED = "org.feedbackloop.local.attached";

    /** As many as modules are built at a time. */
    private static final int STACKS = 2;

    private static final Duration TURN = Duration.ofHours(1);
    private static final Duration TIME_TO_EMPTY = Duration.ofSeconds(30);

    private final StackAddresses addresses;

    private TestStack(StackAddresses addresses) {
        this.addresses = addresses;
    }

    /** The stack of this run. */
    public static TestStack attach() {
        Checkout checkout = Checkout.enclosingWorkingDirectory();
        // The one lock that all copies of this class have in common.
        synchronized (System.getProperties()) {
            String attached = System.getProperty(ATTACHED);
            if (attached != null) {
                return new TestStack(TestStackProcess.of(checkout, Integer.parseInt(attached))
                        .addresses());
            }
            int number = claim(checkout);
            TestStackProcess process = TestStackProcess.of(checkout, number);
            process.startUnlessUp();
            TestStack stack = new TestStack(process.addresses());
            stack.empty();
            System.setProperty(ATTACHED, Integer.toString(number));
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

    /**
     * Takes the first stack that no other test JVM has, for as long as this one lives; waits while there is none.
     *
     * @return its number
     */
    private static int claim(Checkout checkout) {
        AtomicInteger claimed = new AtomicInteger();
        BooleanSupplier claim = () -> {
            for (int number = 1; claimed.get() == 0 && number <= STACKS; number++) {
                if (isClaimed(TestStackProcess.of(checkout, number).folder())) {
                    claimed.set(number);
                }
            }
            return claimed.get() > 0;
        };
        if (!claim.getAsBoolean()) {
            System.err.println("Waiting for the tests of another JVM to leave the test stack");
            if (!Waiting.until(TURN, claim)) {
                throw new StackFailure("Other test JVMs have had the test stacks for " + TURN.toMinutes() + " minutes");
            }
        }
        return claimed.get();
    }

    @SuppressWarnings("resource") // held until the JVM ends
    private static boolean isClaimed(Path folder) {
        try {
            FileChannel lock = FileChannel.open(
                    Files.createDirectories(folder).resolve("claim"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            if (lock.tryLock() == null) {
                lock.close();
                return false;
            }
            // An unreachable channel would be closed, and the claim with it.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> release(lock)));
            return true;
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
