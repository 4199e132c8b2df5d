package org.feedbackloop.journey.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadGeneratorTest {

    private static final Duration A_MOMENT = Duration.ofMillis(200);
    private static final List<String> BODIES = FeedbackBodies.of(20, 1, Instant.EPOCH);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<InetSocketAddress> callers = ConcurrentHashMap.newKeySet();
    private final AtomicLong received = new AtomicLong();
    private HttpServer server;

    @BeforeEach
    void start_a_server() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop_the_server() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void every_post_is_counted_and_none_is_left_without_its_answer() throws IOException {
        serverAnswers(exchange -> exchange.sendResponseHeaders(202, -1));

        Load load = post(Posts.single(BODIES));

        assertThat(load.posts()).isPositive().isEqualTo(received.get());
        assertThat(load.refusals().count()).isZero();
        assertThat(load.elapsed()).isGreaterThanOrEqualTo(A_MOMENT);
    }

    @Test
    void connections_are_kept_from_post_to_post() throws IOException {
        serverAnswers(exchange -> exchange.sendResponseHeaders(202, -1));

        Load load = post(Posts.single(BODIES));

        assertThat(load.posts()).isGreaterThan(4);
        assertThat(callers).hasSize(4);
    }

    @Test
    void an_answer_with_another_status_is_a_refusal() throws IOException {
        serverAnswers(exchange -> answer(exchange, 503, "not now"));

        Load load = post(Posts.single(BODIES));

        assertThat(load.refusals().count()).isEqualTo(load.posts());
        assertThat(load.refusals()).hasToString("{503=" + load.posts() + "}, the first: [not now]");
    }

    @Test
    void a_batch_wants_a_line_for_each_of_its_own() throws IOException {
        serverAnswers(exchange -> answer(exchange, 200, "{}\n".repeat(10)));

        assertThat(post(Posts.batches(BODIES, 10)).refusals().count()).isZero();
        assertThat(post(Posts.batches(BODIES, 5)).refusals().count()).isPositive();
    }

    @Test
    void a_server_that_hangs_up_is_broken() {
        serverAnswers(exchange -> {
            throw new IOException("hang up");
        });

        assertThatExceptionOfType(BrokenBench.class).isThrownBy(() -> post(Posts.single(BODIES)));
    }

    private Load post(Posts posts) throws IOException {
        try (var generator = LoadGenerator.connect(server.getAddress().getPort(), 4)) {
            return generator.post(posts, A_MOMENT);
        }
    }

    private void serverAnswers(HttpHandler handler) {
        server.createContext("/v1/feedback", exchange -> {
            exchange.getRequestBody().readAllBytes();
            received.incrementAndGet();
            callers.add(exchange.getRemoteAddress());
            try (exchange) {
                handler.handle(exchange);
            }
        });
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        exchange.sendResponseHeaders(status, 0);
        exchange.getResponseBody().write(body.getBytes(US_ASCII));
    }
}
