package org.feedbackloop.local;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A stack as another process sees it: from what its supervisor has written into its folder. */
public final class RunningStack {

    private static final Duration TIME_TO_STOP = Duration.ofSeconds(90);
    private static final String OFFSET = "port.offset";
    private static final String SERVICES = "services";

    private final ProcessHandle supervisor;
    private final Site site;
    private final List<Part> parts;

    private RunningStack(ProcessHandle supervisor, Site site, Collection<ServiceName> services) {
        this.supervisor = supervisor;
        this.site = site;
        parts = Stream.concat(
                        Stream.of(new Broker(site), new Database(site), new MailServer(site)),
                        services.stream().map(service -> new Service(service, site)))
                .toList();
    }

    /** Says that this process is the supervisor from now on. */
    public static void announce(Path state, int portOffset, Collection<ServiceName> services) {
        Properties properties = new Properties();
        properties.setProperty(OFFSET, Integer.toString(portOffset));
        properties.setProperty(SERVICES, services.stream().map(ServiceName::id).collect(Collectors.joining(",")));
        try (Writer writer = Files.newBufferedWriter(description(state))) {
            properties.store(writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        supervisorFile(state).write(ProcessHandle.current());
    }

    public static void withdraw(Path state) {
        supervisorFile(state).delete();
    }

    /** The stack of a folder, if its supervisor lives. */
    public static Optional<RunningStack> in(Path state, Checkout checkout) {
        return supervisorFile(state).process().map(supervisor -> {
            Properties properties = read(description(state));
            Ports ports = Ports.shiftedBy(Integer.parseInt(properties.getProperty(OFFSET)));
            List<ServiceName> services = Arrays.stream(
                            properties.getProperty(SERVICES).split(","))
                    .filter(id -> !id.isEmpty())
                    .map(ServiceName::of)
                    .toList();
            return new RunningStack(supervisor, new Site(checkout, state, ports), services);
        });
    }

    /** Asks the supervisor to stop everything in order, and kills it when it does not; then it returns false. */
    public boolean stop() {
        supervisor.destroy();
        if (hasEnded()) {
            return true;
        }
        supervisor.destroyForcibly();
        if (!hasEnded()) {
            throw new StackFailure("The stack's supervisor does not end: process " + supervisor.pid());
        }
        return false;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + site.ports().kafka();
    }

    /** How each part is, in the order of starting. */
    public List<PartStatus> parts() {
        return parts.parallelStream().map(this::status).toList();
    }

    private PartStatus status(Part part) {
        Optional<ProcessHandle> process = site.pidFile(part.name()).process();
        return new PartStatus(
                part.name(), part.address(), process.map(ProcessHandle::pid), process.isPresent() && part.answers());
    }

    private boolean hasEnded() {
        return Waiting.until(
                TIME_TO_STOP, () -> supervisorFile(site.state()).process().isEmpty());
    }

    private static Properties read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    private static Path description(Path state) {
        return state.resolve("running.properties");
    }

    private static PidFile supervisorFile(Path state) {
        return new PidFile(state.resolve("supervisor"));
    }
}
