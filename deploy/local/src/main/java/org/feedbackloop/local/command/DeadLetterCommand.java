package org.feedbackloop.local.command;

import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicInteger;
import org.feedbackloop.local.deadletter.DeadLetter;
import org.feedbackloop.local.deadletter.DeadLetters;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "dlq", description = "Shows what the services could not handle, and gives it back to them.")
final class DeadLetterCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "list or replay?");
    }

    @Command(name = "list", description = "Shows every dead letter that was not yet given back.")
    void list() {
        AtomicInteger count = new AtomicInteger();
        deadLetters().each(letter -> {
            count.incrementAndGet();
            print(letter, System.out);
        });
        System.out.println(count + (count.get() == 1 ? " dead letter" : " dead letters"));
    }

    @Command(name = "replay", description = "Gives the dead letters of a topic back, as they first were.")
    void replay(@Parameters(paramLabel = "TOPIC", description = "A topic that list shows.") String topic) {
        System.out.println("given back: " + deadLetters().replay(topic));
    }

    private static DeadLetters deadLetters() {
        return new DeadLetters(Settings.fromEnvironment().runningStack().bootstrapServers());
    }

    private static void print(DeadLetter letter, PrintStream out) {
        out.printf(
                "%s  partition %d  offset %d%n",
                letter.partition().topic(), letter.partition().partition(), letter.offset());
        out.printf("  failed at  %s%n", letter.failedAt());
        out.printf("  came from  %s%n", letter.sourceTopic().orElse("unknown"));
        out.printf("  event id   %s%n", letter.eventId().orElse("none"));
        out.printf("  reason     %s%n", letter.reason().orElse("unknown"));
    }
}
