package org.feedbackloop.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.feedbackloop.local.StackFailure;
import org.jspecify.annotations.Nullable;

/** routing-service, as far as its rules go, over HTTP. */
final class RoutingApi {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String YAML = "application/yaml";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final URI service;
    private final String key;

    RoutingApi(URI service, String key) {
        this.service = service;
        this.key = key;
    }

    /** Nobody answers, or somebody who cannot serve now. */
    static final class Away extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Away(String message) {
            super(message);
        }
    }

    /** @param body as JSON; missing if it is none */
    record Answer(int status, JsonNode body) {

        boolean isOk() {
            return status == 200;
        }
    }

    Answer check(byte[] rules) {
        return send(request("/v1/rules/check", Map.of()).header("Content-Type", YAML), "POST", rules);
    }

    Answer explain(JsonNode question) {
        return send(
                request("/v1/explain", Map.of()).header("Content-Type", "application/json"),
                "POST",
                question.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The version that the next change must be based on: the newest, which is live but on a replica that cannot use it. */
    String newest() {
        String newest = versions().body().at("/0/version").asText();
        if (newest.isEmpty()) {
            throw new Away("What answers at " + service + " has no rules");
        }
        return newest;
    }

    /** The document of a version, as its author wrote it. */
    byte[] text(String version) {
        HttpRequest.Builder request = request(path(version), Map.of()).timeout(PATIENCE);
        HttpResponse<byte[]> response = exchange(request.GET().build(), BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new Away("What answers at " + service + " does not give " + version + " away: status "
                    + response.statusCode());
        }
        return response.body();
    }

    Answer put(byte[] rules, String basedOn, Map<String, String> why) {
        return send(
                request("/v1/rules", why).header("Content-Type", YAML).header("If-Match", '"' + basedOn + '"'),
                "PUT",
                rules);
    }

    /** All editions, the newest first. */
    Answer versions() {
        Answer answer = send(request("/v1/rules/versions", Map.of()), "GET", null);
        if (!answer.isOk()) {
            throw new Away("What answers at " + service + " has no rules: status " + answer.status());
        }
        return answer;
    }

    Answer restore(String version, String basedOn, Map<String, String> why) {
        return send(request(path(version) + "/restore", why).header("If-Match", '"' + basedOn + '"'), "POST", null);
    }

    /** The answer is read while it comes: close it. */
    HttpResponse<InputStream> backtest(byte[] rules, Map<String, String> bounds) {
        HttpRequest request = request("/v1/rules/backtest", bounds)
                .header("Content-Type", YAML)
                .POST(BodyPublishers.ofByteArray(rules))
                .build();
        return exchange(request, BodyHandlers.ofInputStream());
    }

    private static String path(String version) {
        return "/v1/rules/versions/" + URLEncoder.encode(version, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path, Map<String, String> parameters) {
        String query = new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(service.resolve(query.isEmpty() ? path : path + "?" + query))
                .header("Authorization", "Bearer " + key);
    }

    private Answer send(HttpRequest.Builder request, String method, byte @Nullable [] body) {
        BodyPublisher publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
        HttpResponse<byte[]> response =
                exchange(request.timeout(PATIENCE).method(method, publisher).build(), BodyHandlers.ofByteArray());
        return served(new Answer(response.statusCode(), json(response.body())));
    }

    /** The answer, unless it says that nothing was looked at: who asks is not let in, or the service cannot serve now. */
    static Answer served(Answer answer) {
        int status = answer.status();
        if (status == 401 || status == 403 || status >= 500) {
            throw new Away(answer.body().path("detail").asText("routing-service answers with status " + status));
        }
        return answer;
    }

    private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (IOException e) {
            throw new Away("No routing-service answers at " + service);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while waiting for an answer", e);
        }
    }

    static JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }
}
