package org.feedbackloop.journey.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/**
 * Measures servers side by side.
 *
 * <p>All of them run throughout, so that each is measured with its code compiled; those whose turn it is not have
 * nothing to do. A round gives each server many short turns in an order that keeps shifting: a machine changes its pace
 * within seconds, and what it does to one server in a round it should do to all.
 */
final class Rounds {

    private static final int CONNECTIONS = 64;
    private static final int ROUNDS = 3;
    private static final int TURNS_EACH = 20;
    private static final Duration TURN = Duration.ofMillis(500);

    /** Counted and not timed, since the compiler goes by how often code has run, and a busy machine runs less of it. */
    private static final long WARM_UP_RECORDS = 600_000;

    private final PublishedRecords published;
    private final PrintStream out;

    Rounds(PublishedRecords published, PrintStream out) {
        this.published = published;
        this.out = out;
    }

    /** Prints each round as it ends, so that one sees how far they lie apart. */
    Standings run(List<Server> servers, Posts posts) throws IOException, InterruptedException, ExecutionException {
        for (Server server : servers) {
            warmUp(server, posts);
        }
        var standings = new Standings();
        out.println(Figures.HEADINGS);
        for (int round = 1; round <= ROUNDS; round++) {
            for (Map.Entry<Server, Work> done : round(servers, posts).entrySet()) {
                Figures figures = done.getValue().figures();
                standings.add(done.getKey(), figures);
                out.println(figures.line(done.getKey().name() + ", round " + round));
            }
        }
        for (Server server : servers) {
            out.println(standings.median(server).line(server.name() + ", median"));
        }
        return standings;
    }

    private void warmUp(Server server, Posts posts) throws IOException, InterruptedException, ExecutionException {
        long records = 0;
        while (records < WARM_UP_RECORDS) {
            records += turn(server, posts).records();
        }
    }

    private Map<Server, Work> round(List<Server> servers, Posts posts)
            throws IOException, InterruptedException, ExecutionException {
        Map<Server, Work> done = new LinkedHashMap<>();
        var order = new ArrayList<>(servers);
        for (int turn = 0; turn < TURNS_EACH; turn++) {
            for (Server server : order) {
                done.merge(server, turn(server, posts), Work::plus);
            }
            Collections.rotate(order, -1);
        }
        return done;
    }

    private Work turn(Server server, Posts posts) throws IOException, InterruptedException, ExecutionException {
        long publishedBefore = published.in(server.topic());
        try (var generator = LoadGenerator.connect(server.port(), CONNECTIONS)) {
            Duration cpuBefore = server.cpuTime();
            Load load = generator.post(posts, TURN);
            Duration cpu = server.cpuTime().minus(cpuBefore);
            long kept = published.in(server.topic()) - publishedBefore;
            return Work.verified(server.name(), load, posts.recordsEach(), kept, cpu);
        }
    }
}
