package org.feedbackloop.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One process of the stack. It can be started, stopped, killed and frozen on its own, again and again on the same
 * data, while the others run on. Not for use by several threads at a time.
 */
public abstract class Part {

    private static final Duration TIME_TO_STOP = Duration.ofSeconds(20);

    private final String name;
    private final Site site;
    private volatile @Nullable Process process;
    private volatile boolean wanted;
    private Consumer<Part> onDeath = part -> {};

    Part(String name, Site site) {
        this.name = name;
        this.site = site;
    }

    /** The name of the part in commands, log files and reports. */
    public final String name() {
        return name;
    }

    /** What people should know to reach it. */
    public abstract String address();

    /** Starts the process and returns at once. */
    public final void start() {
        if (isRunning()) {
            throw new IllegalStateException(name + " already runs");
        }
        prepare();
        try {
            Files.createDirectories(log().getParent());
            ProcessBuilder builder = new ProcessBuilder(OwnSession.of(command()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .redirectInput(new File("/dev/null"));
            builder.environment().putAll(environment());
            adopt(builder.start());
        } catch (IOException e) {
            throw new StackFailure("Cannot start " + name + ": " + e.getMessage(), e);
        }
    }

    /** Waits until the part does its work; what it needs for that, such as topics or databases, then exists. */
    public final void awaitReady(Duration limit) {
        if (!Waiting.until(limit, () -> answers() || !isRunning())) {
            throw new StackFailure(name + " was not ready within " + limit.toSeconds() + " s. " + lastWords());
        }
        if (!isRunning()) {
            throw new StackFailure(name + " ended while it started. " + lastWords());
        }
        furnish();
    }

    /** Asks the process to end and waits until it has; what does not end in time is killed. */
    public final void stop() {
        end(farewell());
    }

    /** Ends the process and its children at once, as a crash would. */
    public final void kill() {
        end(Signal.KILL);
    }

    /** Stops the clock of the process and its children: from now on they hold what they hold and answer nothing. */
    public final void freeze() {
        family().forEach(Signal.STOP::sendTo);
        if (!Waiting.until(TIME_TO_STOP, () -> family().allMatch(ProcessThreads::areStopped))) {
            throw new StackFailure(name + " went on for " + TIME_TO_STOP.toSeconds() + " s after it was told to stop.");
        }
    }

    public final void thaw() {
        family().forEach(Signal.CONT::sendTo);
    }

    public final boolean isRunning() {
        Process current = process;
        return current != null && current.isAlive();
    }

    public final Optional<Long> pid() {
        return Optional.ofNullable(process).filter(Process::isAlive).map(Process::pid);
    }

    public final Path log() {
        return site.log(name);
    }

    /** How it ended, where that is known, and what it said last: that usually says why. */
    public final String lastWords() {
        Process current = process;
        String status = current == null || current.isAlive() ? "" : "Exit status " + current.exitValue() + ". ";
        return status + "The end of " + log() + ":\n" + LogTail.of(log());
    }

    final Site site() {
        return site;
    }

    /** Told when the process ends without having been asked to. */
    final void onDeath(Consumer<Part> listener) {
        onDeath = listener;
    }

    /** Why it could not listen, for each of its ports that somebody else has. */
    final Stream<String> takenPorts() {
        return listensOn().stream()
                .filter(TcpPort::isTaken)
                .map(port -> "Port " + port + ", which " + name + " needs, is taken by "
                        + TcpPort.owner(port).orElse("another process"));
    }

    /** The ports it will listen on. */
    abstract List<Integer> listensOn();

    abstract List<String> command();

    Map<String, String> environment() {
        return Map.of();
    }

    /** Lays out what the process needs to find when it starts. */
    void prepare() {}

    /** Whether the part does its work now. Asked often, so answers fast and throws nothing. */
    abstract boolean answers();

    /** Creates inside of the answering part what others expect to find there. Repeated at each start. */
    void furnish() {}

    /** The signal that asks for an orderly end. */
    Signal farewell() {
        return Signal.TERM;
    }

    /** Sends nothing to a process that has ended: its number may by now belong to another. */
    final void end(Signal signal) {
        Process current = process;
        if (current == null) {
            return;
        }
        wanted = false;
        if (current.isAlive()) {
            List<Long> family = family().toList();
            if (signal == Signal.KILL) {
                family.forEach(Signal.KILL::sendTo);
            } else {
                signal.sendTo(current.pid());
                family.forEach(Signal.CONT::sendTo);
            }
            if (!hasEnded(current)) {
                family.forEach(Signal.KILL::sendTo);
                current.onExit().join();
            }
        }
        process = null;
        site.pidFile(name).delete();
        site.guardian().forget(current.pid());
    }

    private void adopt(Process started) throws IOException {
        site.guardian().watch(started.pid(), guardianFarewell());
        site.pidFile(name).write(started.toHandle());
        process = started;
        wanted = true;
        started.onExit().thenRun(() -> {
            if (wanted && process == started) {
                onDeath.accept(this);
            }
        });
    }

    /** How the guardian ends it: fast, for whoever could have asked politely is gone. */
    Signal guardianFarewell() {
        return Signal.KILL;
    }

    private static boolean hasEnded(Process process) {
        try {
            return process.waitFor(TIME_TO_STOP.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Stream<Long> family() {
        Process current = process;
        return current == null || !current.isAlive()
                ? Stream.empty()
                : Stream.concat(Stream.of(current.pid()), current.descendants().map(ProcessHandle::pid));
    }
}
