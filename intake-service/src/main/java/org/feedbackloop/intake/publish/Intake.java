package org.feedbackloop.intake.publish;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.EventId;
import org.feedbackloop.event.EventType;
import org.feedbackloop.event.FeedbackId;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.event.v1.FeedbackReceived;
import org.feedbackloop.intake.access.Integration;
import org.feedbackloop.intake.channel.RawRequest;
import org.feedbackloop.intake.draft.Adapted;
import org.feedbackloop.intake.draft.Draft;
import org.feedbackloop.intake.problem.Problem;
import org.feedbackloop.intake.problem.Problem.Kind;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The one path from a raw request to an acknowledged event: adapt, check what the integration may bring, name, publish.
 * Whoever calls has already checked size and authenticity.
 *
 * <p>Never blocks. Answers {@link Answer.Accepted} only after the broker's acknowledgement.
 */
public final class Intake {

    private static final Logger LOG = Logger.getLogger(Intake.class);

    private static final String SOURCE = "/intake-service";

    private final Function<Event<?>, CompletableFuture<Void>> publisher;
    private final ContactHash contactHash;
    private final KnownBodies knownBodies;
    private final Tally tally;

    /** @param publisher completes when the broker has acknowledged, fails when it did not in time */
    public Intake(
            Function<Event<?>, CompletableFuture<Void>> publisher,
            ContactHash contactHash,
            KnownBodies knownBodies,
            Tally tally) {
        this.publisher = publisher;
        this.contactHash = contactHash;
        this.knownBodies = knownBodies;
        this.tally = tally;
    }

    /** @param traceparent the trace that the request belongs to, if there is one */
    public CompletableFuture<Answer> accept(
            Function<RawRequest, Adapted> adapter,
            RawRequest request,
            @Nullable IdempotencyKey key,
            @Nullable String traceparent) {
        return adapter.apply(request)
                .fold(
                        draft -> accept(draft, request, key, traceparent),
                        problem -> refused(null, request.integration(), problem));
    }

    private CompletableFuture<Answer> accept(
            Draft draft, RawRequest request, @Nullable IdempotencyKey key, @Nullable String traceparent) {
        Integration integration = request.integration();
        if (!integration.mayUse(draft.channel())) {
            return refused(draft.channel(), integration, channelNotAllowed(draft.channel()));
        }
        IdempotencyKey naming = draft.messageId() != null && key != null && key.yieldsToMessageId() ? null : key;
        EventId id = id(draft, integration, naming);
        if (naming != null && !knownBodies.isFirstOrSame(id, request.body())) {
            return refused(draft.channel(), integration, keyReused());
        }
        return publisher
                .apply(event(id, draft, request, traceparent))
                .handle((acknowledged, failure) ->
                        failure == null ? kept(id, draft.channel()) : notAcknowledged(id, draft.channel(), failure));
    }

    /** From what makes a retry recognisable, where there is something. */
    private static EventId id(Draft draft, Integration integration, @Nullable IdempotencyKey key) {
        if (key != null) {
            return EventId.named(integration.name(), "key", key.name());
        }
        return draft.messageId() == null
                ? EventId.random()
                : EventId.named(integration.name(), "message", draft.messageId());
    }

    private Event<FeedbackReceived> event(EventId id, Draft draft, RawRequest request, @Nullable String traceparent) {
        FeedbackId feedbackId = FeedbackId.from(id);
        return new Event<>(
                id,
                EventType.FEEDBACK_RECEIVED,
                SOURCE,
                draft.occurredAt(),
                request.receivedAt(),
                feedbackId.toString(),
                feedbackId,
                id,
                draft.strongestContact().map(contactHash::of).orElseGet(feedbackId::toString),
                traceparent,
                draft.receivedAs(feedbackId, request.integration()));
    }

    private Answer kept(EventId id, Channel channel) {
        tally.accepted(channel);
        LOG.debugf("feedback-accepted feedbackId=%s", id);
        return new Answer.Accepted(FeedbackId.from(id));
    }

    private Answer notAcknowledged(EventId id, Channel channel, Throwable failure) {
        LOG.warnf(
                "feedback-not-acknowledged feedbackId=%s reason=%s",
                id, failure.getCause() == null ? failure : failure.getCause());
        Problem problem = Problem.of(
                Kind.NOT_ACKNOWLEDGED,
                "It may have been kept, or not. Send it again, with the same Idempotency-Key or messageId.");
        tally.rejected(channel, problem);
        return new Answer.Refused(problem);
    }

    private CompletableFuture<Answer> refused(@Nullable Channel channel, Integration integration, Problem problem) {
        tally.rejected(channel, problem);
        LOG.infof(
                "feedback-refused integration=%s reason=%s",
                integration.name(), problem.kind().wireName());
        return CompletableFuture.completedFuture(new Answer.Refused(problem));
    }

    private static Problem channelNotAllowed(Channel channel) {
        return Problem.of(Kind.CHANNEL_NOT_ALLOWED, "The API key does not cover " + channel.wireName() + '.');
    }

    private static Problem keyReused() {
        return Problem.of(
                Kind.IDEMPOTENCY_KEY_REUSED,
                "Feedback with this key was taken before, with another body. Each feedback needs its own key.");
    }
}
