package org.feedbackloop.journey.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.feedbackloop.event.FeedbackId;
import org.feedbackloop.journey.faults.ledger.Answer;
import org.feedbackloop.journey.faults.ledger.Post;
import org.jspecify.annotations.Nullable;

/** Where posts go in. */
final class IntakeDoor {

    /** Longer than intake lets the broker take, so that giving up is left to intake. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration RETRY_AFTER_UNLESS_SAID = Duration.ofSeconds(1);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final URI address;

    /** @param intake where intake's API is, without a slash at the end */
    IntakeDoor(URI intake) {
        this.address = URI.create(intake + "/v1/feedback");
    }

    /** Always completes with an answer, be it that there was none. */
    CompletableFuture<Answer> post(Post post) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Authorization", "Bearer local-key")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", post.key())
                .POST(BodyPublishers.ofString(body(post)))
                .build();
        return http.sendAsync(request, BodyHandlers.ofString()).handle(IntakeDoor::answer);
    }

    private static Answer answer(@Nullable HttpResponse<String> response, @Nullable Throwable failure) {
        if (response == null) {
            Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
            return new Answer.Lost(cause == null ? "" : cause.getClass().getSimpleName());
        }
        if (response.statusCode() == 202) {
            return new Answer.Accepted(feedbackId(response.body()));
        }
        return response.statusCode() >= 500
                ? new Answer.Unavailable(response.statusCode(), retryAfter(response))
                : new Answer.Refused(response.statusCode());
    }

    private static Duration retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(RETRY_AFTER_UNLESS_SAID);
    }

    private static FeedbackId feedbackId(String body) {
        try {
            return FeedbackId.parse(JSON.readTree(body).path("feedbackId").asText());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("A 202 without a feedbackId", e);
        }
    }

    private static String body(Post post) {
        try {
            return JSON.writeValueAsString(
                    Map.of("channel", "web-form", "text", post.text(), "customer", Map.of("email", post.customer())));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
