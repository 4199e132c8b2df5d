package org.feedbackloop.bench.bare;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.concurrent.CompletionStage;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Intake's two addresses, so that one load generator can post the same bytes to either. */
@Path("/v1/feedback")
@NonBlocking
public class FeedbackResource {

    private final RecordPublisher publisher;

    FeedbackResource(RecordPublisher publisher) {
        this.publisher = publisher;
    }

    @POST
    @ResponseStatus(202)
    public CompletionStage<Void> post(byte[] body) {
        return publisher.publish(body);
    }

    @POST
    @Path("batch")
    @Produces("application/x-ndjson")
    public CompletionStage<byte[]> postBatch(byte[] body) {
        return publisher.publishLines(body);
    }
}
