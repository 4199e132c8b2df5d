package org.feedbackloop.intake.door;

import io.quarkus.runtime.Startup;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.ByteArrayInputStream;
import java.util.function.Consumer;
import org.feedbackloop.intake.problem.Problem;
import org.feedbackloop.intake.problem.Problem.Kind;
import org.feedbackloop.intake.problem.Refusal;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * Turns away bodies that are too large, before anything else is done about them. The server's own limit is one for all
 * addresses and answers without a problem document.
 */
@Startup
class BodyLimitWiring {

    private static final String CHANNELS = "/v1/channels/";
    private static final String MAIL = CHANNELS + "email";

    /** Of a refused body this much is taken and thrown away, for a client that cannot read an answer while it still sends. */
    private static final int PATIENCE = 8 * 1024 * 1024;

    private static final Problem BUSY =
            Problem.of(Kind.BUSY, "Send it again after the time that Retry-After says. Nothing was kept.");

    private final long limit;
    private final long providerLimit;
    private final long mailLimit;
    private final LargeBodies large;

    BodyLimitWiring(DoorConfig config) {
        this.limit = config.limits().body().asLongValue();
        this.providerLimit = config.limits().provider().asLongValue();
        this.mailLimit = config.limits().mail().asLongValue();
        long atOnce = config.limits().mailAtOnce().asLongValue();
        if (atOnce < mailLimit) {
            throw new IllegalStateException("intake.door.limits.mail-at-once (" + atOnce
                    + " bytes) must not be less than intake.door.limits.mail (" + mailLimit
                    + " bytes): the largest mails would be told to come again for ever");
        }
        this.large = new LargeBodies(providerLimit, atOnce);
    }

    @ServerRequestFilter(preMatching = true, nonBlocking = true)
    void limitBody(
            ResteasyReactiveContainerRequestContext context, HttpServerRequest request, RoutingContext exchange) {
        long allowed = allowedAt(request.path());
        String declared = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        boolean inChunks = declared == null && !request.isEnded();
        admit(inChunks ? allowed : lengthOf(declared), allowed, exchange);
        if (inChunks) {
            // Read here, as only so it can be refused in the middle with a document.
            context.suspend();
            readChunks(
                    request,
                    allowed,
                    body -> {
                        context.setEntityStream(new ByteArrayInputStream(body.getBytes()));
                        context.resume();
                    },
                    () -> context.resume(new Refusal(tooLarge(allowed))));
        }
    }

    private static long lengthOf(@Nullable String declared) {
        return declared == null ? 0 : Long.parseLong(declared);
    }

    private void admit(long length, long allowed, RoutingContext exchange) {
        try {
            if (length > allowed) {
                throw new Refusal(tooLarge(allowed));
            }
            Runnable release = large.hold(length).orElseThrow(() -> new Refusal(BUSY));
            exchange.addEndHandler(end -> release.run());
        } catch (Refusal e) {
            discard(exchange.request());
            throw e;
        }
    }

    private long allowedAt(String path) {
        if (!path.startsWith(CHANNELS)) {
            return limit;
        }
        if (path.equals(MAIL) || path.startsWith(MAIL + "/")) {
            return mailLimit;
        }
        return path.indexOf('/', CHANNELS.length()) < 0 ? limit : providerLimit;
    }

    /** Hands over the whole body, or nothing if it is larger than allowed. On the event loop of the request. */
    static void read(HttpServerRequest request, long allowed, Consumer<Buffer> whole, Runnable tooLarge) {
        if (isDeclaredLarger(request, allowed)) {
            discard(request);
            tooLarge.run();
        } else {
            readChunks(request, allowed, whole, tooLarge);
        }
    }

    static boolean isDeclaredLarger(HttpServerRequest request, long allowed) {
        String declared = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return declared != null && Long.parseLong(declared) > allowed;
    }

    private static void readChunks(HttpServerRequest request, long allowed, Consumer<Buffer> whole, Runnable tooLarge) {
        Buffer body = Buffer.buffer();
        request.endHandler(end -> whole.accept(body));
        request.handler(chunk -> {
            if (body.length() + chunk.length() > allowed) {
                request.endHandler(null);
                discard(request);
                tooLarge.run();
            } else {
                body.appendBuffer(chunk);
            }
        });
        request.resume();
    }

    private static void discard(HttpServerRequest request) {
        request.handler(chunk -> {
            if (request.bytesRead() > PATIENCE) {
                request.connection().close();
            }
        });
        request.resume();
    }

    static Problem tooLarge(long allowed) {
        return Problem.of(Kind.TOO_LARGE, "The body may have " + allowed + " bytes.");
    }
}
