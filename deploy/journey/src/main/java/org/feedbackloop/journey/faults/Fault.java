package org.feedbackloop.journey.faults;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.feedbackloop.local.LocalStack;
import org.feedbackloop.local.Part;
import org.feedbackloop.local.ServiceName;

/**
 * One thing that goes wrong with one part, and is made good after a while.
 *
 * @param blow what happens, as people say it
 * @param part the part it happens to, by its name
 * @param lasting how long the part is left as it is
 */
record Fault(Blow blow, String part, Duration lasting, Consumer<LocalStack> strike, Consumer<LocalStack> mend) {

    /** The kinds of things that go wrong. */
    enum Blow {
        KILLED("killed"),
        FROZEN("frozen"),
        STOPPED_AT_ONCE("stopped at once");

        private final String words;

        Blow(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    private static final Duration OUTAGE = Duration.ofSeconds(1);
    private static final Duration FREEZE = Duration.ofSeconds(5);
    private static final Duration TIME_TO_START = Duration.ofSeconds(240);

    /** Every fault that the system must outlive. */
    static List<Fault> all() {
        Stream<Fault> services = Arrays.stream(ServiceName.values()).map(Fault::killed);
        Stream<Fault> foundations = Stream.of(brokerFrozen(), brokerKilled(), databaseStopped());
        return Stream.concat(services, foundations).toList();
    }

    private static Fault killed(ServiceName service) {
        Function<LocalStack, Part> part = stack -> stack.service(service.id());
        return new Fault(
                Blow.KILLED,
                service.id(),
                OUTAGE,
                stack -> part.apply(stack).kill(),
                stack -> restart(part.apply(stack)));
    }

    private static Fault brokerFrozen() {
        return new Fault(
                Blow.FROZEN,
                "broker",
                FREEZE,
                stack -> stack.broker().freeze(),
                stack -> stack.broker().thaw());
    }

    private static Fault brokerKilled() {
        return new Fault(
                Blow.KILLED, "broker", OUTAGE, stack -> stack.broker().kill(), stack -> restart(stack.broker()));
    }

    private static Fault databaseStopped() {
        return new Fault(
                Blow.STOPPED_AT_ONCE,
                "database",
                OUTAGE,
                stack -> stack.database().stopAtOnce(),
                stack -> restart(stack.database()));
    }

    private static void restart(Part part) {
        part.start();
        part.awaitReady(TIME_TO_START);
    }

    @Override
    public String toString() {
        return part + " " + blow;
    }
}
