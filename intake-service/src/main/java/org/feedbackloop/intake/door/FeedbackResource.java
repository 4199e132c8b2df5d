package org.feedbackloop.intake.door;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.feedbackloop.intake.channel.CanonicalAdapter;
import org.feedbackloop.intake.problem.Problem;
import org.feedbackloop.intake.problem.Problem.Kind;
import org.feedbackloop.intake.problem.ProblemWiring;
import org.feedbackloop.intake.problem.Refusal;
import org.feedbackloop.intake.publish.Answer;
import org.jspecify.annotations.Nullable;

/**
 * What integrations post to in our own form. Described in {@code META-INF/openapi.yaml}. Runs on the event loop throughout.
 *
 * <p>Routes of the server and not a JAX-RS resource like the others: here everything passes that is sent in bulk, and what the
 * framework does around a resource costs as much as all that we do ourselves.
 */
@Singleton
public class FeedbackResource {

    private static final String PATH = "/v1/feedback";
    static final String BATCH_PATH = "/v1/feedback/batch";

    private static final String JSON = "application/json";
    private static final String NDJSON = "application/x-ndjson";

    private final Door door;
    private final CanonicalAdapter canonical;
    private final long limit;
    private final long batchLimit;

    FeedbackResource(Door door, CanonicalAdapter canonical, DoorConfig config) {
        this.door = door;
        this.canonical = canonical;
        this.limit = config.limits().body().asLongValue();
        this.batchLimit = config.limits().batch().asLongValue();
    }

    void open(@Observes Router router) {
        router.route(PATH).handler(exchange -> receive(exchange, JSON, limit, this::post));
        router.route(BATCH_PATH).handler(exchange -> receive(exchange, NDJSON, batchLimit, this::postBatch));
    }

    private CompletableFuture<Reply> post(HttpServerRequest request, Buffer body) {
        return door.accept(canonical::adapt, request::getHeader, request.uri(), body.getBytes())
                .thenApply(FeedbackResource::reply);
    }

    private CompletableFuture<Reply> postBatch(HttpServerRequest request, Buffer body) {
        return door.acceptLines(canonical::adapt, request::getHeader, request.uri(), body.getBytes())
                .thenApply(FeedbackResource::reply);
    }

    private static Reply reply(Answer answer) {
        return answer.fold(ids -> new Reply(202, Receipt.accepted(ids.get(0)).json()), problem -> {
            throw new Refusal(problem);
        });
    }

    /** Each line has its own fate; but who looks at the status alone must not think that all of a batch is kept. */
    private static Reply reply(BatchAnswer answer) {
        return new Reply(answer.someUnavailable() ? Kind.NOT_ACKNOWLEDGED.status() : 200, answer.ndjson());
    }

    /** First what can be said without the body, then the body up to its limit, then what it says. */
    private static void receive(
            RoutingContext exchange,
            String mediaType,
            long limit,
            BiFunction<HttpServerRequest, Buffer, CompletableFuture<Reply>> handler) {
        HttpServerRequest request = exchange.request();
        if (request.method() != HttpMethod.POST) {
            request.response().putHeader(HttpHeaderNames.ALLOW, "POST");
            ProblemWiring.answer(exchange, 405);
        } else if (BodyLimitWiring.isDeclaredLarger(request, limit)) {
            readAndHandle(exchange, mediaType, limit, handler);
        } else if (!isOf(mediaType, request.getHeader(HttpHeaderNames.CONTENT_TYPE))) {
            ProblemWiring.answer(exchange, 415);
        } else if (!accepts(mediaType, request.getHeader(HttpHeaderNames.ACCEPT))) {
            ProblemWiring.answer(exchange, 406);
        } else {
            readAndHandle(exchange, mediaType, limit, handler);
        }
    }

    private static void readAndHandle(
            RoutingContext exchange,
            String mediaType,
            long limit,
            BiFunction<HttpServerRequest, Buffer, CompletableFuture<Reply>> handler) {
        BodyLimitWiring.read(
                exchange.request(),
                limit,
                body -> handle(exchange, mediaType, () -> handler.apply(exchange.request(), body)),
                () -> ProblemWiring.answer(exchange, new Refusal(BodyLimitWiring.tooLarge(limit))));
    }

    private static void handle(RoutingContext exchange, String mediaType, Supplier<CompletableFuture<Reply>> handler) {
        CompletableFuture<Reply> replied;
        try {
            replied = handler.get();
        } catch (RuntimeException e) {
            ProblemWiring.answer(exchange, e);
            return;
        }
        var context = exchange.vertx().getOrCreateContext();
        replied.whenComplete((reply, failure) -> context.runOnContext(now -> {
            if (failure == null) {
                reply.send(exchange.response(), mediaType);
            } else {
                ProblemWiring.answer(exchange, failure.getCause() == null ? failure : failure.getCause());
            }
        }));
    }

    private static boolean isOf(String mediaType, @Nullable String contentType) {
        return contentType != null
                && contentType.regionMatches(true, 0, mediaType, 0, mediaType.length())
                && (contentType.length() == mediaType.length()
                        || contentType.charAt(mediaType.length()) == ';'
                        || contentType.charAt(mediaType.length()) == ' ');
    }

    private static boolean accepts(String mediaType, @Nullable String accept) {
        return accept == null
                || accept.contains("*/*")
                || accept.contains("application/*")
                || accept.contains(mediaType);
    }

    private record Reply(int status, byte[] body) {

        void send(HttpServerResponse response, String mediaType) {
            response.setStatusCode(status).putHeader(HttpHeaderNames.CONTENT_TYPE, mediaType);
            if (status == Kind.NOT_ACKNOWLEDGED.status()) {
                response.putHeader(HttpHeaderNames.RETRY_AFTER, Integer.toString(Problem.RETRY_AFTER_SECONDS));
            }
            response.end(Buffer.buffer(body));
        }
    }
}
