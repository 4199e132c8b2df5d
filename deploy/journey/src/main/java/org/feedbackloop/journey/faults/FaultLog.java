package org.feedbackloop.journey.faults;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.feedbackloop.journey.faults.Fault.Blow;
import org.feedbackloop.local.Part;
import org.feedbackloop.local.Progress;

/** What went wrong and when: by our doing, and by itself. */
final class FaultLog implements Progress {

    private final PrintStream out;
    private final Instant begin = Instant.now();
    private final List<Fault> struck = new ArrayList<>();
    private final List<String> deaths = Collections.synchronizedList(new ArrayList<>());

    FaultLog(PrintStream out) {
        this.out = out;
    }

    void say(String what) {
        Duration since = Duration.between(begin, Instant.now());
        out.printf(Locale.ROOT, "%6.1f s  %s%n", since.toMillis() / 1000.0, what);
    }

    void struck(Fault fault) {
        struck.add(fault);
        say(fault.toString());
    }

    void mended(Fault fault, Duration after) {
        say(String.format(Locale.ROOT, "%s works again, after %.1f s", fault.part(), after.toMillis() / 1000.0));
    }

    long count(Blow blow) {
        return struck.stream().filter(fault -> fault.blow() == blow).count();
    }

    /** Parts that ended though nobody had ended them. */
    List<String> deaths() {
        return List.copyOf(deaths);
    }

    @Override
    public void ready(Part part) {
        say(part.name() + " is ready");
    }

    @Override
    public void died(Part part) {
        deaths.add(part.name() + " died by itself");
        say(part.name() + " has died. " + part.lastWords());
    }
}
