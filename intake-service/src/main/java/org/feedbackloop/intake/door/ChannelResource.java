package org.feedbackloop.intake.door;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.feedbackloop.intake.channel.ChannelAdapter;
import org.feedbackloop.intake.channel.ChannelAdapters;
import org.feedbackloop.intake.channel.ProviderAdapter;
import org.feedbackloop.intake.channel.TypedAdapter;
import org.feedbackloop.intake.problem.Problem;
import org.feedbackloop.intake.problem.Problem.Kind;
import org.feedbackloop.intake.problem.Refusal;
import org.feedbackloop.intake.publish.Answer;

/**
 * Every channel but our own form: the adapter that stands at an address says which bodies it reads and how a sender proves who
 * they are. Bodies of our own form are small and read on the event loop; a provider's may be a mail of some megabytes, and
 * takes its time on a worker.
 */
@NonBlocking
@Path("/v1/channels")
public class ChannelResource {

    private final Door door;
    private final ChannelAdapters channels;

    private final ExecutorService workers;

    ChannelResource(Door door, ChannelAdapters channels, ExecutorService workers) {
        this.door = door;
        this.channels = channels;
        this.workers = workers;
    }

    @POST
    @Path("{channel}")
    @Consumes(MediaType.WILDCARD)
    public CompletionStage<Response> post(
            @PathParam("channel") String channel, HttpHeaders headers, HttpServerRequest request, byte[] body) {
        return post(adapter(channel), headers, request, body);
    }

    @POST
    @Path("{channel}/{provider}")
    @Consumes(MediaType.WILDCARD)
    public CompletionStage<Response> postFromProvider(
            @PathParam("channel") String channel,
            @PathParam("provider") String provider,
            HttpHeaders headers,
            HttpServerRequest request,
            byte[] body) {
        return post(adapter(channel + '/' + provider), headers, request, body);
    }

    @GET
    @Path("{channel}/{provider}")
    public Response greet(
            @PathParam("channel") String channel,
            @PathParam("provider") String provider,
            HttpHeaders headers,
            HttpServerRequest request) {
        if (!(adapter(channel + '/' + provider) instanceof ProviderAdapter adapter)) {
            throw notFound();
        }
        ProviderAdapter.Reply reply = door.greet(adapter, headers::getHeaderString, request.uri());
        return Response.ok(reply.body(), reply.mediaType()).build();
    }

    private CompletionStage<Response> post(
            ChannelAdapter adapter, HttpHeaders headers, HttpServerRequest request, byte[] body) {
        if (adapter instanceof ProviderAdapter provider) {
            return onWorker(() -> door.take(provider, headers::getHeaderString, request.uri(), body))
                    .thenApply(answer -> thank(provider, answer));
        }
        requireMediaType(adapter, headers);
        Supplier<CompletableFuture<Answer>> accept =
                () -> door.accept(adapter::adapt, headers::getHeaderString, request.uri(), body);
        return (adapter instanceof TypedAdapter ? accept.get() : onWorker(accept)).thenApply(ChannelResource::receipt);
    }

    private CompletableFuture<Answer> onWorker(Supplier<CompletableFuture<Answer>> taking) {
        return CompletableFuture.supplyAsync(taking, workers).thenCompose(answer -> answer);
    }

    private static Response receipt(Answer answer) {
        return answer.fold(
                ids -> Response.accepted(Receipt.accepted(ids.get(0)).json())
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .build(),
                problem -> {
                    throw new Refusal(problem);
                });
    }

    private static Response thank(ProviderAdapter provider, Answer answer) {
        return answer.fold(
                ids -> provider.thanks()
                        .map(reply ->
                                Response.ok(reply.body(), reply.mediaType()).build())
                        .orElseGet(() -> Response.ok(Receipt.taken(ids).json(), MediaType.APPLICATION_JSON)
                                .build()),
                problem -> {
                    throw new Refusal(problem);
                });
    }

    private static void requireMediaType(ChannelAdapter adapter, HttpHeaders headers) {
        MediaType type = headers.getMediaType();
        if (type == null || !MediaType.valueOf(adapter.mediaType()).isCompatible(type)) {
            throw new Refusal(Problem.of(
                    Kind.UNSUPPORTED_MEDIA_TYPE, "The header Content-Type must be " + adapter.mediaType() + '.'));
        }
    }

    private ChannelAdapter adapter(String address) {
        return channels.at(address).orElseThrow(ChannelResource::notFound);
    }

    private static Refusal notFound() {
        return new Refusal(Problem.of(Kind.NOT_FOUND, "There is no such channel."));
    }
}
