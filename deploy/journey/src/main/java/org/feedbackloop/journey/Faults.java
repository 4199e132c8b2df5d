package org.feedbackloop.journey;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.feedbackloop.journey.faults.FaultRun;
import org.feedbackloop.local.Checkout;
import org.feedbackloop.local.StackFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./feedback faults}. Ends with 1 if a promise was broken. */
@Command(
        name = "feedback faults",
        description = "Breaks every part in turn under load, and counts what was lost.",
        mixinStandardHelpOptions = true)
public final class Faults implements Callable<Integer> {

    /** So slow that each fault meets some hundred posts, and is mended before the next one strikes. */
    private static final Duration TIME_FOR_EACH = Duration.ofMillis(24);

    @Option(names = "--posts", defaultValue = "5000", description = "how many posts (default: ${DEFAULT-VALUE})")
    private int posts;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "decides on faults and moments (default: ${DEFAULT-VALUE})")
    private long seed;

    @Override
    public Integer call() throws Exception {
        Path state = Checkout.enclosingWorkingDirectory().root().resolve(".feedback/faults");
        FaultRun run = new FaultRun(posts, TIME_FOR_EACH.multipliedBy(posts), seed, state);
        return run.run(System.out).isEmpty() ? 0 : 1;
    }

    public static void main(String[] arguments) {
        CommandLine faults = new CommandLine(new Faults()).setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof StackFailure) {
                command.getErr().println(failure.getMessage());
                return 1;
            }
            throw failure;
        });
        System.exit(faults.execute(arguments));
    }
}
