package org.feedbackloop.intake.door;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.feedbackloop.intake.channel.CanonicalAdapter;
import org.feedbackloop.intake.channel.ChannelAdapter;
import org.feedbackloop.intake.channel.ChannelAdapters;
import org.feedbackloop.intake.problem.Problem;
import org.feedbackloop.intake.problem.Problem.Kind;
import org.feedbackloop.intake.problem.Refusal;
import org.feedbackloop.intake.publish.Answer;

/** What integrations post to. Described in {@code META-INF/openapi.yaml}. Runs on the event loop throughout. */
@Path("/v1")
public class FeedbackResource {

    static final String BATCH_PATH = "/v1/feedback/batch";

    private static final String NDJSON = "application/x-ndjson";

    private final Door door;
    private final CanonicalAdapter canonical;
    private final ChannelAdapters channels;

    FeedbackResource(Door door, CanonicalAdapter canonical, ChannelAdapters channels) {
        this.door = door;
        this.canonical = canonical;
        this.channels = channels;
    }

    @POST
    @Path("feedback")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public CompletionStage<Response> post(HttpHeaders headers, byte[] body) {
        return door.accept(canonical::adapt, headers::getHeaderString, body).thenApply(FeedbackResource::response);
    }

    @POST
    @Path("feedback/batch")
    @Consumes(NDJSON)
    @Produces(NDJSON)
    public CompletionStage<Response> postBatch(HttpHeaders headers, byte[] body) {
        return door.acceptLines(canonical::adapt, headers::getHeaderString, body)
                .thenApply(FeedbackResource::response);
    }

    @POST
    @Path("channels/{channel}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public CompletionStage<Response> postToChannel(
            @PathParam("channel") String channel, HttpHeaders headers, byte[] body) {
        ChannelAdapter adapter = channels.at(channel)
                .orElseThrow(() -> new Refusal(Problem.of(Kind.NOT_FOUND, "There is no such channel.")));
        return door.accept(adapter::adapt, headers::getHeaderString, body).thenApply(FeedbackResource::response);
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

    private static Response response(Answer answer) {
        return answer.fold(id -> Response.accepted(Receipt.accepted(id).json()).build(), problem -> {
            throw new Refusal(problem);
        });
    }
}
