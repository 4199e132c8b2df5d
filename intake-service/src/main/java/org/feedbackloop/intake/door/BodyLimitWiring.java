package org.feedbackloop.intake.door;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.ByteArrayInputStream;
import org.feedbackloop.intake.problem.Problem;
import org.feedbackloop.intake.problem.Problem.Kind;
import org.feedbackloop.intake.problem.Refusal;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/**
 * Turns away bodies that are too large, before anything else is done about them. The server's own limit is one for all
 * addresses and answers without a problem document.
 */
class BodyLimitWiring {

    private static final String MAIL_PATH = "/v1/channels/email";

    /** Of a refused body this much is taken and thrown away, for a client that cannot read an answer while it still sends. */
    private static final int PATIENCE = 8 * 1024 * 1024;

    private final long limit;
    private final long batchLimit;
    private final long mailLimit;

    BodyLimitWiring(DoorConfig config) {
        this.limit = config.limits().body().asLongValue();
        this.batchLimit = config.limits().batch().asLongValue();
        this.mailLimit = config.limits().mail().asLongValue();
    }

    @ServerRequestFilter(preMatching = true, nonBlocking = true)
    void limitBody(ResteasyReactiveContainerRequestContext context, HttpServerRequest request) {
        String declared = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        long allowed = allowedAt(request.path());
        if (declared == null) {
            if (!request.isEnded()) {
                readUpTo(allowed, context, request);
            }
        } else if (Long.parseLong(declared) > allowed) {
            discard(request);
            throw tooLarge(allowed);
        }
    }

    private long allowedAt(String path) {
        if (path.equals(FeedbackResource.BATCH_PATH)) {
            return batchLimit;
        }
        return path.startsWith(MAIL_PATH) ? mailLimit : limit;
    }

    /** A body of undeclared length is read here, as only so it can be refused in the middle with a document. */
    private static void readUpTo(
            long allowed, ResteasyReactiveContainerRequestContext context, HttpServerRequest request) {
        Buffer body = Buffer.buffer();
        context.suspend();
        request.endHandler(end -> {
            context.setEntityStream(new ByteArrayInputStream(body.getBytes()));
            context.resume();
        });
        request.handler(chunk -> {
            if (body.length() + chunk.length() > allowed) {
                request.endHandler(null);
                discard(request);
                context.resume(tooLarge(allowed));
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

    private static Refusal tooLarge(long allowed) {
        return new Refusal(Problem.of(Kind.TOO_LARGE, "The body may have " + allowed + " bytes."));
    }
}
