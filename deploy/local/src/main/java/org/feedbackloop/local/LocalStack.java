package org.feedbackloop.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * The whole system in processes of this machine. Owns a folder in which everything it keeps lives, and which a later
 * stack takes over as it is.
 */
public final class LocalStack implements AutoCloseable {

    private static final Duration TIME_TO_START = Duration.ofSeconds(240);
    private static final Duration TIME_TO_END = Duration.ofSeconds(20);

    private final Site site;
    private final Progress progress;
    private final FileChannel claim;
    private final Broker broker;
    private final Database database;
    private final MailServer mail;
    private final Map<ServiceName, Service> services = new EnumMap<>(ServiceName.class);
    private final List<Service> replicas = new CopyOnWriteArrayList<>();
    private volatile boolean started;
    private volatile boolean closing;

    private LocalStack(Site site, Collection<ServiceName> services, Progress progress) {
        this.site = site;
        this.progress = progress;
        claim = claim(site.state());
        broker = new Broker(site);
        database = new Database(site);
        mail = new MailServer(site);
        services.forEach(name -> this.services.put(name, new Service(name, site)));
    }

    /** A stack that keeps its things in a folder, which no other may use until this one is closed. */
    public static LocalStack in(
            Path state, Checkout checkout, Ports ports, Collection<ServiceName> services, Progress progress) {
        return new LocalStack(new Site(checkout, state, ports), services, progress);
    }

    /**
     * Starts everything, the services last, and returns when all of it does its work. What cannot be started whole is
     * not left half running.
     */
    public void start() {
        try {
            endLeftovers(site.state());
            checkGround();
            Folder.delete(site.logs());
            List<Part> foundations = List.of(broker, database, mail);
            foundations.forEach(this::begin);
            foundations.forEach(this::awaitReady);
            services.values().forEach(this::begin);
            services.values().forEach(this::awaitReady);
            started = true;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Ends everything in order: the services, then what they stand on. */
    @Override
    public void close() {
        closing = true;
        synchronized (this) {
            // All services at a time: each may take a while to finish what it has begun.
            Stream.concat(services.values().stream(), replicas.stream())
                    .parallel()
                    .forEach(this::stop);
            List.of(mail, broker, database).forEach(this::stop);
            try {
                site.guardian().close();
                claim.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Removes all that a closed stack keeps in its folder. */
    public static void wipe(Path state) {
        try (FileChannel claim = claim(state)) {
            endLeftovers(state);
            Folder.delete(state);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Broker broker() {
        return broker;
    }

    public Database database() {
        return database;
    }

    public MailServer mail() {
        return mail;
    }

    /** A service that belongs to this stack, such as {@code crm-service}. */
    public Service service(String id) {
        return Optional.ofNullable(services.get(ServiceName.of(id)))
                .orElseThrow(() -> new StackFailure(id + " was left out of this stack"));
    }

    /**
     * Starts another replica of a service beside the one that the stack has, and returns when it does its work. It ends with
     * the stack, or before.
     *
     * @param number 2 for the second
     */
    public Service startReplica(String id, int number) {
        Service replica = new Service(ServiceName.of(id), number, site);
        replicas.add(replica);
        begin(replica);
        awaitReady(replica);
        return replica;
    }

    /** Every part, in the order of starting. */
    public List<Part> parts() {
        return Stream.concat(Stream.of(broker, database, mail), services.values().stream())
                .toList();
    }

    public StackAddresses addresses() {
        return new StackAddresses(
                broker.bootstrapServers(),
                site.ports().postgres(),
                site.ports().smtp(),
                site.ports().imap());
    }

    private synchronized void begin(Part part) {
        if (closing) {
            throw new StackFailure("The stack was closed while it started");
        }
        part.onDeath(this::report);
        progress.starting(part);
        part.start();
    }

    /** A death during the start is the reason why the start fails, and told as that. */
    private void report(Part dead) {
        if (started) {
            progress.died(dead);
        }
    }

    private void awaitReady(Part part) {
        part.awaitReady(TIME_TO_START);
        progress.ready(part);
    }

    private void stop(Part part) {
        if (part.isRunning()) {
            progress.stopping(part);
        }
        part.stop();
    }

    private void checkGround() {
        List<String> obstacles = Stream.concat(
                        services.values().stream().map(Service::obstacle).flatMap(Optional::stream),
                        parts().stream().flatMap(Part::takenPorts))
                .toList();
        if (!obstacles.isEmpty()) {
            throw new StackFailure(String.join("\n", obstacles));
        }
    }

    private static FileChannel claim(Path state) {
        try {
            Files.createDirectories(state);
            FileChannel channel =
                    FileChannel.open(state.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isLocked(channel)) {
                channel.close();
                throw new StackFailure("A stack already runs in " + state);
            }
            return channel;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // Held by another stack of this same JVM.
            return false;
        }
    }

    /** Even a stack that was killed leaves nothing, unless its guardian was killed as well. */
    private static void endLeftovers(Path state) {
        for (Path file : Folder.list(Site.pids(state))) {
            PidFile pid = new PidFile(file);
            pid.process().ifPresent(LocalStack::kill);
            if (!Waiting.until(TIME_TO_END, () -> pid.process().isEmpty())) {
                throw new StackFailure("A process of an earlier stack does not end: " + file);
            }
            pid.delete();
        }
    }

    private static void kill(ProcessHandle process) {
        Stream.concat(process.descendants(), Stream.of(process)).forEach(ProcessHandle::destroyForcibly);
    }
}
