package org.feedbackloop.intake.door;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.feedbackloop.delivery.TraceContext;
import org.feedbackloop.event.CloudEvents;
import org.feedbackloop.intake.access.ApiKeys.Holder;
import org.feedbackloop.intake.access.Doorkeeper;
import org.feedbackloop.intake.access.Integration;
import org.feedbackloop.intake.channel.ProviderAdapter;
import org.feedbackloop.intake.channel.RawRequest;
import org.feedbackloop.intake.channel.RawRequest.Headers;
import org.feedbackloop.intake.door.Lines.Line;
import org.feedbackloop.intake.draft.Adapted;
import org.feedbackloop.intake.problem.Problem;
import org.feedbackloop.intake.problem.Problem.Kind;
import org.feedbackloop.intake.problem.Refusal;
import org.feedbackloop.intake.publish.Answer;
import org.feedbackloop.intake.publish.IdempotencyKey;
import org.feedbackloop.intake.publish.Intake;

/** Where everything comes in that is not typed into a page of ours: first who it is, then what it says. */
public final class Door {

    private static final String SERVICE = "intake-service";

    /** A line may be three bytes and its answer three hundred: the size of the body alone would not bound the answer. */
    private static final int MOST_LINES = 2_000;

    private final Doorkeeper doorkeeper;
    private final Intake intake;
    private final Clock clock;
    private final String publicUrl;

    /** @param publicUrl our address as senders know it, without a slash at its end; some providers sign it */
    public Door(Doorkeeper doorkeeper, Intake intake, Clock clock, String publicUrl) {
        this.doorkeeper = doorkeeper;
        this.intake = intake;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    /** @throws Refusal if the API key is not known or has brought too much, or the Idempotency-Key cannot be one */
    CompletableFuture<Answer> accept(
            Function<RawRequest, Adapted> adapter, Headers headers, String pathAndQuery, byte[] body) {
        Integration integration = doorkeeper.admit(doorkeeper.identify(headers.first("Authorization")), 1);
        IdempotencyKey key = IdempotencyKey.parse(headers.first(IdempotencyKey.HEADER));
        return intake.accept(
                adapter,
                request(headers, pathAndQuery, body),
                integration,
                key,
                TraceContext.receivedBy(SERVICE, headers.first(CloudEvents.TRACEPARENT)));
    }

    /**
     * The same for a body of many lines, each judged by itself.
     *
     * @throws Refusal if the API key is not known or has brought too much, the Idempotency-Key cannot be one, or there are
     *     too many lines
     */
    CompletableFuture<BatchAnswer> acceptLines(
            Function<RawRequest, Adapted> adapter, Headers headers, String pathAndQuery, byte[] body) {
        Holder holder = doorkeeper.identify(headers.first("Authorization"));
        IdempotencyKey key = IdempotencyKey.parse(headers.first(IdempotencyKey.HEADER));
        List<Line> lines = Lines.of(body);
        if (lines.size() > MOST_LINES) {
            throw new Refusal(Problem.of(Kind.TOO_LARGE, "A batch may have " + MOST_LINES + " lines."));
        }
        Integration integration = doorkeeper.admit(holder, Math.max(1, lines.size()));
        RawRequest request = request(headers, pathAndQuery, body);
        String traceparent = TraceContext.receivedBy(SERVICE, headers.first(CloudEvents.TRACEPARENT));
        return BatchAnswer.of(
                lines,
                line -> intake.accept(
                        adapter,
                        request.withBody(line.bytes()),
                        integration,
                        key == null ? null : key.forLine(line.number()),
                        traceparent));
    }

    /** @throws Refusal if the request was not signed with a secret that is agreed for this adapter */
    CompletableFuture<Answer> take(ProviderAdapter adapter, Headers headers, String pathAndQuery, byte[] body) {
        RawRequest request = request(headers, pathAndQuery, body);
        Integration integration =
                doorkeeper.identify(adapter.address(), webhook -> adapter.isAuthentic(request, webhook.secret()));
        return intake.take(
                adapter,
                request,
                integration,
                TraceContext.receivedBy(SERVICE, headers.first(CloudEvents.TRACEPARENT)));
    }

    /** @throws Refusal if this is not how the provider of this adapter makes sure of an address */
    ProviderAdapter.Reply greet(ProviderAdapter adapter, Headers headers, String pathAndQuery) {
        RawRequest request = request(headers, pathAndQuery, new byte[0]);
        for (var webhook : doorkeeper.webhooksAt(adapter.address())) {
            var reply = adapter.greet(request, webhook.verifyToken());
            if (reply.isPresent()) {
                return reply.get();
            }
        }
        throw new Refusal(Problem.of(Kind.NOT_AUTHENTIC, "No verify token that is agreed for this address fits."));
    }

    private RawRequest request(Headers headers, String pathAndQuery, byte[] body) {
        return new RawRequest(headers, publicUrl + pathAndQuery, body, clock.instant());
    }
}
