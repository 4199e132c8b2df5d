package org.feedbackloop.journey.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/**
 * Posts without pause over a fixed number of connections, each sending its next post once the last is answered.
 *
 * <p>Contenders share the machine with it, so it must cost little and the same for all: one thread, one selector,
 * requests made ready beforehand, and no more read of an answer than tells whether it is whole and right. A client
 * library would take more of the machine than some of the servers.
 */
final class LoadGenerator implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Selector selector;
    private final List<Connection> connections = new ArrayList<>();

    private LoadGenerator(Selector selector) {
        this.selector = selector;
    }

    static LoadGenerator connect(int port, int connections) throws IOException {
        var generator = new LoadGenerator(Selector.open());
        var server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        for (int i = 0; i < connections; i++) {
            generator.connections.add(Connection.open(server, generator.selector));
        }
        return generator;
    }

    /** Sends until the time is up, then waits for the answers still owed: every post sent is counted. */
    Load post(Posts posts, Duration duration) throws IOException {
        var latencies = new Histogram(PATIENCE.toNanos(), 3);
        var refusals = new Refusals();
        long start = System.nanoTime();
        for (Connection connection : connections) {
            connection.send(posts.next());
        }
        int owed = connections.size();
        while (owed > 0) {
            if (selector.select(PATIENCE.toMillis()) == 0) {
                throw new BrokenBench("No answer within " + PATIENCE.toSeconds() + " s on " + owed + " connections");
            }
            for (SelectionKey key : selector.selectedKeys()) {
                var connection = (Connection) key.attachment();
                Optional<Answer> answer = connection.proceed();
                if (answer.isEmpty()) {
                    continue;
                }
                long now = System.nanoTime();
                latencies.recordValue(Math.min(now - connection.sentAt(), PATIENCE.toNanos()));
                if (!posts.acceptedBy(answer.get())) {
                    refusals.add(answer.get());
                }
                if (now - start < duration.toNanos()) {
                    connection.send(posts.next());
                } else {
                    owed--;
                }
            }
            selector.selectedKeys().clear();
        }
        return new Load(latencies, Duration.ofNanos(System.nanoTime() - start), refusals);
    }

    @Override
    public void close() throws IOException {
        for (Connection connection : connections) {
            connection.close();
        }
        selector.close();
    }
}
