package org.feedbackloop.intake.door;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.feedbackloop.delivery.TraceContext;
import org.feedbackloop.intake.access.Doorkeeper;
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

/** Where everything comes in that shows an API key: first who it is, then what it says. */
public final class Door {

    /** A line may be three bytes and its answer three hundred: the size of the body alone would not bound the answer. */
    private static final int MOST_LINES = 2_000;

    private final Doorkeeper doorkeeper;
    private final Intake intake;
    private final Clock clock;

    public Door(Doorkeeper doorkeeper, Intake intake, Clock clock) {
        this.doorkeeper = doorkeeper;
        this.intake = intake;
        this.clock = clock;
    }

    /** @throws Refusal if the API key is not known, or the Idempotency-Key cannot be one */
    CompletableFuture<Answer> accept(Function<RawRequest, Adapted> adapter, Headers headers, byte[] body) {
        RawRequest request = admit(headers, body);
        return intake.accept(
                adapter, request, IdempotencyKey.parse(headers.first(IdempotencyKey.HEADER)), TraceContext.current());
    }

    /**
     * The same for a body of many lines, each judged by itself.
     *
     * @throws Refusal if the API key is not known, the Idempotency-Key cannot be one, or there are too many lines
     */
    CompletableFuture<BatchAnswer> acceptLines(Function<RawRequest, Adapted> adapter, Headers headers, byte[] body) {
        RawRequest request = admit(headers, body);
        IdempotencyKey key = IdempotencyKey.parse(headers.first(IdempotencyKey.HEADER));
        List<Line> lines = Lines.of(body);
        if (lines.size() > MOST_LINES) {
            throw new Refusal(Problem.of(Kind.TOO_LARGE, "A batch may have " + MOST_LINES + " lines."));
        }
        String traceparent = TraceContext.current();
        return BatchAnswer.of(
                lines,
                line -> intake.accept(
                        adapter,
                        request.withBody(line.bytes()),
                        key == null ? null : key.forLine(line.number()),
                        traceparent));
    }

    private RawRequest admit(Headers headers, byte[] body) {
        return new RawRequest(headers, body, doorkeeper.identify(headers.first("Authorization")), clock.instant());
    }
}
