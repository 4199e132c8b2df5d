package org.feedbackloop.local.command;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.feedbackloop.local.Part;
import org.feedbackloop.local.Progress;

/** Tells a person what the stack does, a line at a time. */
final class ProgressLines implements Progress {

    /** The line that says that everything does its work. */
    static final String READY = "ready";

    private final PrintStream out;
    private final Map<Part, Instant> startings = new ConcurrentHashMap<>();

    ProgressLines(PrintStream out) {
        this.out = out;
    }

    @Override
    public void starting(Part part) {
        startings.put(part, Instant.now());
        out.printf("  %-22s starting%n", part.name());
    }

    @Override
    public void ready(Part part) {
        Duration taken = Duration.between(startings.getOrDefault(part, Instant.now()), Instant.now());
        out.printf("  %-22s ready after %.1f s%n", part.name(), taken.toMillis() / 1000.0);
    }

    @Override
    public void stopping(Part part) {
        out.printf("  %-22s stopping%n", part.name());
    }

    @Override
    public void died(Part part) {
        out.printf("%n%s has died. %s%n%n", part.name(), part.lastWords());
    }
}
