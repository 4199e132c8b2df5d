package org.feedbackloop.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.feedbackloop.local.LocalStack;
import org.feedbackloop.local.Part;
import org.feedbackloop.local.Service;

/** routing-service in several processes, as those see it who change its rules. */
final class RoutingReplicas implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ID = "routing-service";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Service first;
    private final List<Service> others;

    private RoutingReplicas(Service first, List<Service> others) {
        this.first = first;
        this.others = others;
    }

    static RoutingReplicas one(LocalStack stack) {
        return new RoutingReplicas(stack.service(ID), List.of());
    }

    static RoutingReplicas three(LocalStack stack) {
        return new RoutingReplicas(stack.service(ID), List.of(stack.startReplica(ID, 2), stack.startReplica(ID, 3)));
    }

    /**
     * How a change went.
     *
     * @param version that is live since then
     * @param liveAfter how long after it was asked for each replica showed it
     */
    record Switch(String version, List<Duration> liveAfter) {

        @Override
        public String toString() {
            return String.join(
                    ", ",
                    liveAfter.stream().map(time -> time.toMillis() + " ms").toList());
        }
    }

    String text() {
        return get(first, "/v1/rules").body();
    }

    String version() {
        return version(first);
    }

    /** What the first would decide at this moment. */
    JsonNode explain(String question) {
        HttpRequest request = request(first, "/v1/explain")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(question))
                .build();
        return FeedbackLoop.json(send(request).body());
    }

    Switch put(String text) {
        return change(request(first, "/v1/rules")
                .header("Content-Type", "application/yaml")
                .PUT(BodyPublishers.ofString(text)));
    }

    Switch restore(String version) {
        return change(
                request(first, "/v1/rules/versions/" + version + "/restore").POST(BodyPublishers.noBody()));
    }

    private Switch change(HttpRequest.Builder change) {
        String before = version(first);
        // Whoever has never been asked anything takes a while to answer at all, and that is not what is measured.
        assertThat(all()).allSatisfy(replica -> assertThat(version(replica)).isEqualTo(before));
        HttpRequest request = change.header("Authorization", "Bearer local-key")
                .header("If-Match", '"' + before + '"')
                .build();
        long begin = System.nanoTime();
        ExecutorService watchers = Executors.newFixedThreadPool(others.size() + 1);
        try {
            List<Future<Duration>> seen = all().stream()
                    .map(replica -> watchers.submit(() -> {
                        awaitOther(replica, before);
                        return Duration.ofNanos(System.nanoTime() - begin);
                    }))
                    .toList();
            HttpResponse<String> answer = sendUntilAnswered(request);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            String version = FeedbackLoop.json(answer.body()).path("version").asText();
            List<Duration> liveAfter = new ArrayList<>();
            for (Future<Duration> one : seen) {
                liveAfter.add(one.get());
            }
            assertThat(all()).allSatisfy(replica -> assertThat(version(replica)).isEqualTo(version));
            return new Switch(version, liveAfter);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("not every replica showed the change", e);
        } finally {
            watchers.shutdownNow();
        }
    }

    /** Again where the change is on its way but not live in time, as the answer then says: that changes nothing more. */
    private HttpResponse<String> sendUntilAnswered(HttpRequest change) {
        return await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(500))
                .atMost(PATIENCE)
                .until(() -> send(change), answer -> answer.statusCode() != 503);
    }

    /** Asks often, and is answered shortly: the rules are sent once they have changed. */
    private void awaitOther(Service replica, String version) {
        HttpRequest request = request(replica, "/v1/rules")
                .header("If-None-Match", '"' + version + '"')
                .GET()
                .build();
        await().pollInterval(Duration.ofMillis(100))
                .atMost(PATIENCE)
                .until(() -> send(request).statusCode() == 200);
    }

    private List<Service> all() {
        return Stream.concat(Stream.of(first), others.stream()).toList();
    }

    private String version(Service replica) {
        return get(replica, "/v1/rules")
                .headers()
                .firstValue("ETag")
                .orElseThrow()
                .replace("\"", "");
    }

    private HttpResponse<String> get(Service replica, String path) {
        return send(request(replica, path).GET().build());
    }

    private static HttpRequest.Builder request(Service replica, String path) {
        return HttpRequest.newBuilder(URI.create(replica.uri() + path));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("no answer from " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an answer", e);
        }
    }

    @Override
    public void close() {
        others.forEach(Part::stop);
    }
}
