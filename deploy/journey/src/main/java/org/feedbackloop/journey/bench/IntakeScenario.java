package org.feedbackloop.journey.bench;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.feedbackloop.event.Topics;
import org.feedbackloop.local.Checkout;
import org.feedbackloop.local.LocalStack;
import org.feedbackloop.local.Ports;
import org.feedbackloop.local.Progress;
import org.feedbackloop.local.ServiceName;

/**
 * What intake's care costs: single posts against the barest endpoint and against Apache Camel, batches against the
 * barest endpoint; and how much of the difference is the size of our events alone. All on the broker of one stack.
 */
public final class IntakeScenario implements Scenario {

    /** Enough customers to scatter over every partition, few enough to stay out of the load generator's way. */
    private static final int BODIES = 5_000;

    private static final long SEED = 2;
    private static final int BATCH_LINES = 50;

    private static final String BARE_TOPIC = "bench.bare.v1";
    private static final String ENVELOPED_TOPIC = "bench.enveloped.v1";
    private static final String CAMEL_TOPIC = "bench.camel.v1";

    private static final Aim NEAR_BARE = Aim.atLeast(0.9, "posts/s, intake over bare");
    private static final Aim AHEAD_OF_CAMEL = Aim.atLeast(2.0, "posts/s, intake over camel");
    private static final Aim TAIL_NEAR_BARE = Aim.atMost(1.5, "p99, intake over bare");
    private static final Aim BATCHES_NEAR_BARE = Aim.atLeast(0.5, "records/s, intake over bare");

    private final List<String> bodies = FeedbackBodies.of(BODIES, SEED, Instant.now());

    @Override
    public String name() {
        return "intake";
    }

    @Override
    public void run(PrintStream out) throws Exception {
        Checkout checkout = Checkout.enclosingWorkingDirectory();
        Path state = checkout.root().resolve(".feedback/bench");
        LocalStack.wipe(state);
        try (LocalStack stack =
                LocalStack.in(state, checkout, Ports.free(), List.of(ServiceName.INTAKE), Progress.SILENT)) {
            stack.start();
            measure(stack, checkout.root(), out);
        }
        LocalStack.wipe(state);
    }

    private void measure(LocalStack stack, Path root, PrintStream out) throws Exception {
        Server intake = intake(stack);
        List<String> jvm = ServiceJvm.of(intake.process());
        try (var published = new PublishedRecords(stack.addresses().bootstrapServers())) {
            published.createTopics(List.of(BARE_TOPIC, ENVELOPED_TOPIC, CAMEL_TOPIC));
            try (Peer bare = peer("bare", BARE_TOPIC, bareCommand(jvm, root), stack);
                    Peer enveloped = peer("enveloped", ENVELOPED_TOPIC, envelopedCommand(jvm, root), stack);
                    Peer camel = peer("camel", CAMEL_TOPIC, camelCommand(jvm, root), stack)) {
                bare.awaitListening();
                enveloped.awaitListening();
                camel.awaitListening();
                var rounds = new Rounds(published, out);
                compareSinglePosts(rounds, intake, bare.server(), enveloped.server(), camel.server(), out);
                compareBatches(rounds, intake, bare.server(), enveloped.server(), out);
            }
        }
    }

    private void compareSinglePosts(
            Rounds rounds, Server intake, Server bare, Server enveloped, Server camel, PrintStream out)
            throws IOException, InterruptedException, ExecutionException {
        out.println("Single posts of " + FeedbackBodies.LENGTH + " bytes");
        Standings standings = rounds.run(List.of(intake, bare, enveloped, camel), Posts.single(bodies));
        out.println(NEAR_BARE.verdictOn(standings.ratio(Figures::postsPerSecond, intake, bare)));
        out.println(AHEAD_OF_CAMEL.verdictOn(standings.ratio(Figures::postsPerSecond, intake, camel)));
        out.println(TAIL_NEAR_BARE.verdictOn(standings.ratio(Figures::p99Millis, intake, bare)));
        out.println(standings.ratio(Figures::postsPerSecond, enveloped, bare).line("posts/s, enveloped over bare"));
        out.println(standings.ratio(Figures::postsPerSecond, intake, enveloped).line("posts/s, intake over enveloped"));
    }

    private void compareBatches(Rounds rounds, Server intake, Server bare, Server enveloped, PrintStream out)
            throws IOException, InterruptedException, ExecutionException {
        out.println();
        out.println("Batches of " + BATCH_LINES + " lines of " + FeedbackBodies.LENGTH + " bytes");
        Standings standings = rounds.run(List.of(intake, bare, enveloped), Posts.batches(bodies, BATCH_LINES));
        out.println(BATCHES_NEAR_BARE.verdictOn(standings.ratio(Figures::recordsPerSecond, intake, bare)));
        out.println(standings.ratio(Figures::recordsPerSecond, enveloped, bare).line("records/s, enveloped over bare"));
        out.println(
                standings.ratio(Figures::recordsPerSecond, intake, enveloped).line("records/s, intake over enveloped"));
    }

    private static Server intake(LocalStack stack) {
        var service = stack.service("intake-service");
        var process = service.pid()
                .flatMap(ProcessHandle::of)
                .orElseThrow(() -> new BrokenBench("intake ended. " + service.lastWords()));
        return new Server("intake", service.uri().getPort(), Topics.FEEDBACK_RECEIVED, process);
    }

    private static Peer peer(String name, String topic, List<String> command, LocalStack stack) throws IOException {
        Path log = stack.service("intake-service").log().resolveSibling(name + ".log");
        return Peer.start(name, topic, command, stack.addresses().bootstrapServers(), log);
    }

    private static List<String> bareCommand(List<String> jvm, Path root, String... properties) {
        Path jar = built(root.resolve("deploy/journey/bare-endpoint/target/quarkus-app/quarkus-run.jar"));
        return command(
                jvm,
                Stream.concat(Stream.of(properties), Stream.of("-jar", jar.toString()))
                        .toArray(String[]::new));
    }

    /** The barest endpoint with records as large as ours: what is between it and intake is what intake does. */
    private static List<String> envelopedCommand(List<String> jvm, Path root) {
        return bareCommand(jvm, root, "-Dbench.enveloped=true", "-Dbench.topic=" + ENVELOPED_TOPIC);
    }

    private static List<String> camelCommand(List<String> jvm, Path root) {
        Path target = root.resolve("deploy/journey/camel-endpoint/target");
        String classPath = built(target.resolve("classes"))
                + File.pathSeparator
                + built(target.resolve("lib")).resolve("*");
        return command(jvm, "-cp", classPath, "org.feedbackloop.bench.camel.CamelEndpoint");
    }

    private static Path built(Path path) {
        if (!Files.exists(path)) {
            throw new BrokenBench("A peer is not built, there is no " + path + ": run mvn -DskipTests package");
        }
        return path;
    }

    private static List<String> command(List<String> jvm, String... program) {
        return Stream.concat(jvm.stream(), Stream.of(program)).toList();
    }
}
