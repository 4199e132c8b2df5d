package org.feedbackloop.journey.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.feedbackloop.event.Topics;
import org.feedbackloop.local.Checkout;
import org.feedbackloop.local.LocalStack;
import org.feedbackloop.local.Ports;
import org.feedbackloop.local.Progress;
import org.feedbackloop.local.Service;
import org.feedbackloop.local.ServiceName;

/**
 * What understanding costs: events per second through routing-service from a full topic, against the same service with its
 * classification switched off, in turns; then one decision alone, by JMH.
 *
 * <p>Measured is the middle of each turn, between the first fifth of the events and the last twentieth: neither the start of
 * a JVM nor the wait for the last record.
 */
public final class RoutingScenario implements Scenario {

    private static final int EVENTS = 120_000;
    private static final int CUSTOMERS = 10_000;
    private static final int TURNS = 3;
    private static final String SERVICE = "routing-service";
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final String CLASSIFIES = "-Drouting.classification=true";
    private static final String DOES_NOT = "-Drouting.classification=false";

    @Override
    public String name() {
        return "routing";
    }

    @Override
    public void run(PrintStream out) throws Exception {
        Checkout checkout = Checkout.enclosingWorkingDirectory();
        Path corpus = checkout.root().resolve("routing-service/src/training/corpus");
        Path state = checkout.root().resolve("target/bench-stack");
        LocalStack.wipe(state);
        try (LocalStack stack =
                LocalStack.in(state, checkout, Ports.free(), List.of(ServiceName.of(SERVICE)), Progress.SILENT)) {
            stack.start();
            List<String> jvm = jvm(stack);
            stack.service(SERVICE).stop();
            ReceivedFeedback.fill(stack.addresses().bootstrapServers(), corpus, EVENTS, CUSTOMERS);
            out.printf(Locale.ROOT, "%,d feedbacks of %,d customers in six languages%n", EVENTS, CUSTOMERS);
            compare(stack, checkout, jvm, out);
        }
        LocalStack.wipe(state);
        out.println();
        decideAlone(checkout, corpus);
    }

    private static void compare(LocalStack stack, Checkout checkout, List<String> jvm, PrintStream out)
            throws Exception {
        double[] ratios = new double[TURNS];
        try (var published = new PublishedRecords(stack.addresses().bootstrapServers())) {
            for (int turn = 0; turn < TURNS; turn++) {
                double reading = eventsPerSecond(stack, command(jvm, checkout, CLASSIFIES), published);
                double unread = eventsPerSecond(stack, command(jvm, checkout, DOES_NOT), published);
                ratios[turn] = reading / unread;
                out.printf(
                        Locale.ROOT,
                        "turn %d   classifying %,8.0f events/s   switched off %,8.0f events/s%n",
                        turn + 1,
                        reading,
                        unread);
            }
        }
        Spread ratio = Spread.of(ratios);
        out.printf(
                Locale.ROOT,
                "events/s, classifying over switched off %5.2f (%.2f to %.2f)%n",
                ratio.median(),
                ratio.least(),
                ratio.most());
    }

    private static List<String> jvm(LocalStack stack) {
        Service routing = stack.service(SERVICE);
        return ServiceJvm.of(routing.pid()
                .flatMap(ProcessHandle::of)
                .orElseThrow(() -> new BrokenBench("routing ended. " + routing.lastWords())));
    }

    private static List<String> command(List<String> jvm, Checkout checkout, String flag) {
        String jar =
                built(checkout, SERVICE + "/target/quarkus-app/quarkus-run.jar").toString();
        return Stream.concat(jvm.stream(), Stream.of(flag, "-jar", jar)).toList();
    }

    private static double eventsPerSecond(LocalStack stack, List<String> command, PublishedRecords published)
            throws IOException, InterruptedException, ExecutionException {
        String broker = stack.addresses().bootstrapServers();
        ConsumerGroups.forget(SERVICE, broker);
        long before = published.in(Topics.FEEDBACK_ROUTED);
        Path log = stack.service(SERVICE).log().resolveSibling("contender.log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("QUARKUS_PROFILE", "local");
        // Any that are free: nobody calls it.
        builder.environment().put("QUARKUS_HTTP_PORT", "0");
        builder.environment().put("QUARKUS_MANAGEMENT_PORT", "0");
        builder.environment().put("KAFKA_BOOTSTRAP_SERVERS", broker);
        Process routing = builder.start();
        try {
            return middle(routing, log, before, published);
        } finally {
            routing.destroy();
            if (!routing.waitFor(20, TimeUnit.SECONDS)) {
                routing.destroyForcibly().waitFor();
            }
        }
    }

    private static double middle(Process routing, Path log, long before, PublishedRecords published)
            throws InterruptedException, ExecutionException {
        long begin = 0;
        long fromCount = 0;
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < deadline) {
            long done = published.in(Topics.FEEDBACK_ROUTED) - before;
            long now = System.nanoTime();
            if (begin == 0 && done >= EVENTS / 5) {
                begin = now;
                fromCount = done;
            }
            if (done >= EVENTS * 19 / 20) {
                return (done - fromCount) / ((now - begin) / 1e9);
            }
            if (!routing.isAlive()) {
                throw new BrokenBench("routing ended, see " + log);
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        throw new BrokenBench("not all of " + EVENTS + " events were routed within " + LIMIT.toMinutes() + " minutes");
    }

    private static void decideAlone(Checkout checkout, Path corpus) throws IOException, InterruptedException {
        Path target = checkout.root().resolve("deploy/journey/classification/target");
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                target.resolve("classes")
                        + java.io.File.pathSeparator
                        + target.resolve("lib").resolve("*"),
                "org.feedbackloop.bench.classification.ClassificationBench",
                corpus.toString()));
        int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (exit != 0) {
            throw new BrokenBench("The micro-benchmark ended with " + exit);
        }
    }

    private static Path built(Checkout checkout, String path) {
        Path file = checkout.root().resolve(path);
        if (!Files.exists(file)) {
            throw new BrokenBench("There is no " + file + ": run mvn -DskipTests package");
        }
        return file;
    }
}
