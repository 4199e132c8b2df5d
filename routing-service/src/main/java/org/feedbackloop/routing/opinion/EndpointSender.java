package org.feedbackloop.routing.opinion;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Carries a question to the endpoint. The client that comes with the library takes an answer however large it is, and has no
 * limit for one that begins and never ends; this one breaks off both. It follows no redirection: nobody else was agreed on.
 */
final class EndpointSender implements dev.langchain4j.http.client.HttpClient {

    private final HttpClient client;
    private final Duration timeout;

    private EndpointSender(Duration timeout) {
        this.timeout = timeout;
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout)
                .build();
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        HttpResponse<byte[]> response = answer(client.sendAsync(request(request), info -> new LimitedBody()));
        if (response.statusCode() / 100 != 2) {
            throw new HttpException(response.statusCode(), "the endpoint answers " + response.statusCode());
        }
        return SuccessfulHttpResponse.builder()
                .statusCode(response.statusCode())
                .headers(response.headers().map())
                .body(response.body())
                .build();
    }

    private static java.net.http.HttpRequest request(HttpRequest request) {
        var sent = java.net.http.HttpRequest.newBuilder(URI.create(request.url()));
        request.headers().forEach((name, values) -> values.forEach(value -> sent.header(name, value)));
        return sent.method(request.method().name(), BodyPublishers.ofString(request.body()))
                .build();
    }

    private HttpResponse<byte[]> answer(CompletableFuture<HttpResponse<byte[]>> sent) {
        try {
            return sent.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (java.util.concurrent.TimeoutException e) {
            sent.cancel(true);
            throw new TimeoutException(e);
        } catch (InterruptedException e) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            throw new TimeoutException(e);
        } catch (ExecutionException e) {
            throw new UncheckedIOException(new IOException(e.getCause()));
        }
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new UnsupportedOperationException("one word needs no stream");
    }

    /** The library wants one, to set limits of its own. */
    record Builder(Duration timeout) implements HttpClientBuilder {

        @Override
        public Duration connectTimeout() {
            return timeout;
        }

        @Override
        public HttpClientBuilder connectTimeout(Duration other) {
            return this;
        }

        @Override
        public Duration readTimeout() {
            return timeout;
        }

        @Override
        public HttpClientBuilder readTimeout(Duration other) {
            return this;
        }

        @Override
        public dev.langchain4j.http.client.HttpClient build() {
            return new EndpointSender(timeout);
        }
    }
}
