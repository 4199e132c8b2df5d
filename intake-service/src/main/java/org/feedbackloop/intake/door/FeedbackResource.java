package org.feedbackloop.intake.door;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.feedbackloop.intake.channel.CanonicalAdapter;
import org.feedbackloop.intake.problem.Problem;
import org.feedbackloop.intake.problem.Problem.Kind;
import org.feedbackloop.intake.problem.Refusal;
import org.feedbackloop.intake.publish.Answer;

/** What integrations post to in our own form. Described in {@code META-INF/openapi.yaml}. Runs on the event loop throughout. */
@Path("/v1/feedback")
public class FeedbackResource {

    static final String BATCH_PATH = "/v1/feedback/batch";

    private static final String NDJSON = "application/x-ndjson";

    private final Door door;
    private final CanonicalAdapter canonical;

    FeedbackResource(Door door, CanonicalAdapter canonical) {
        this.door = door;
        this.canonical = canonical;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public CompletionStage<Response> post(HttpHeaders headers, HttpServerRequest request, byte[] body) {
        return door.accept(canonical::adapt, headers::getHeaderString, request.uri(), body)
                .thenApply(FeedbackResource::response);
    }

    @POST
    @Path("batch")
    @Consumes(NDJSON)
    @Produces(NDJSON)
    public CompletionStage<Response> postBatch(HttpHeaders headers, HttpServerRequest request, byte[] body) {
        return door.acceptLines(canonical::adapt, headers::getHeaderString, request.uri(), body)
                .thenApply(FeedbackResource::response);
    }

    /** Of one thing that was brought under an API key. */
    static Response response(Answer answer) {
        return answer.fold(
                ids -> Response.accepted(Receipt.accepted(ids.get(0)).json())
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .build(),
                problem -> {
                    throw new Refusal(problem);
                });
    }

    /** Each line has its own fate; but who looks at the status alone must not think that all of a batch is kept. */
    private static Response response(BatchAnswer answer) {
        return answer.someUnavailable()
                ? Response.status(Kind.NOT_ACKNOWLEDGED.status())
                        .header(HttpHeaders.RETRY_AFTER, Problem.RETRY_AFTER_SECONDS)
                        .entity(answer.ndjson())
                        .build()
                : Response.ok(answer.ndjson()).build();
    }
}
