package org.feedbackloop.intake.publish;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.EventId;
import org.feedbackloop.event.EventType;
import org.feedbackloop.event.FeedbackId;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.event.v1.FeedbackRejected;
import org.feedbackloop.intake.access.Integration;
import org.feedbackloop.intake.channel.ChannelAdapter;
import org.feedbackloop.intake.channel.RawRequest;
import org.feedbackloop.intake.channel.Signatures;
import org.feedbackloop.intake.draft.Adapted;
import org.feedbackloop.intake.draft.Adapted.Normalised;
import org.feedbackloop.intake.draft.Adapted.SetAside;
import org.feedbackloop.intake.draft.Draft;
import org.feedbackloop.intake.draft.Draft.Content;
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

    static final String SOURCE = "/intake-service";

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

    /**
     * What somebody with an API key says: one thing, which is kept or comes back with what is to be mended.
     *
     * @param traceparent the trace that the request belongs to, if there is one
     */
    public CompletableFuture<Answer> accept(
            Function<RawRequest, Adapted> adapter,
            RawRequest request,
            Integration integration,
            @Nullable IdempotencyKey key,
            @Nullable String traceparent) {
        return adapter.apply(request)
                .fold(
                        normalised -> normalised.drafts().isEmpty()
                                ? refused(null, integration, notFeedback(normalised))
                                : accept(normalised.drafts().get(0), request, integration, key, traceparent),
                        problem -> refused(null, integration, problem));
    }

    private CompletableFuture<Answer> accept(
            Draft draft,
            RawRequest request,
            Integration integration,
            @Nullable IdempotencyKey key,
            @Nullable String traceparent) {
        if (!integration.mayUse(draft.channel())) {
            return refused(draft.channel(), integration, channelNotAllowed(draft.channel()));
        }
        IdempotencyKey naming = draft.messageId() != null && key != null && key.yieldsToMessageId() ? null : key;
        EventId id = id(draft, integration, naming);
        if (naming != null && !knownBodies.isFirstOrSame(id, request.body())) {
            return refused(draft.channel(), integration, keyReused());
        }
        Event<?> event = event(id, draft, request, integration, traceparent);
        long handedOver = System.nanoTime();
        return publisher.apply(event).handle((acknowledged, failure) -> {
            tally.acknowledged(System.nanoTime() - handedOver);
            return failure == null ? kept(id, draft.channel()) : notAcknowledged(id, draft.channel(), failure);
        });
    }

    /**
     * What a provider delivers: everything in it is kept, as feedback or set aside. What cannot be read at all is kept too,
     * for the provider will not send it in a better shape. Not acknowledged if a part of it was not: the provider delivers
     * again, and what was kept carries the same ids then.
     */
    public CompletableFuture<Answer> take(
            ChannelAdapter adapter, RawRequest request, Integration integration, @Nullable String traceparent) {
        Rejects rejects = new Rejects(adapter.address(), request, integration, traceparent);
        List<Event<?>> events = new ArrayList<>();
        adapted(adapter, request)
                .fold(
                        normalised -> {
                            for (Draft draft : normalised.drafts()) {
                                EventId id = id(draft, integration, events.size(), request);
                                events.add(event(id, draft, request, integration, traceparent));
                            }
                            normalised.setAside().forEach(aside -> events.add(rejects.event(aside)));
                            return null;
                        },
                        problem -> events.add(rejects.event(problem)));
        List<CompletableFuture<Void>> acknowledgements =
                events.stream().map(publisher).toList();
        Channel channel = Channel.named(adapter.address());
        return CompletableFuture.allOf(acknowledgements.toArray(CompletableFuture<?>[]::new))
                .handle((acknowledged, failure) -> failure == null
                        ? kept(events, channel)
                        : notAcknowledged(events.get(0).id(), channel, failure));
    }

    /**
     * What is kept so that somebody may look at it, and goes no further; its sender is answered as if it did. For what
     * machines type into our pages.
     */
    public CompletableFuture<Answer> setAside(
            SetAside aside,
            Channel channel,
            RawRequest request,
            Integration integration,
            @Nullable String traceparent) {
        Event<FeedbackRejected> event = new Rejects(channel.wireName(), request, integration, traceparent).event(aside);
        return publisher.apply(event).handle((acknowledged, failure) -> {
            if (failure != null) {
                return notAcknowledged(event.id(), channel, failure);
            }
            tally.setAside(channel, aside.reason());
            return new Answer.Accepted(List.of(FeedbackId.from(event.id())));
        });
    }

    /** An adapter never throws; if one does all the same, its provider must not have to send for ever. */
    private static Adapted adapted(ChannelAdapter adapter, RawRequest request) {
        try {
            return adapter.adapt(request);
        } catch (RuntimeException e) {
            LOG.errorf(e, "adapter-failed address=%s", adapter.address());
            return new Adapted.Rejected(Problem.of(Kind.UNEXPECTED, "The adapter failed at this body."));
        }
    }

    private Answer kept(List<Event<?>> events, Channel channel) {
        for (Event<?> event : events) {
            if (event.data() instanceof FeedbackRejected rejected) {
                tally.setAside(channel, rejected.reason());
            } else {
                tally.accepted(channel);
            }
        }
        return new Answer.Accepted(events.stream()
                .filter(event -> event.type() != EventType.FEEDBACK_REJECTED)
                .map(event -> FeedbackId.from(event.id()))
                .toList());
    }

    /** From what makes a retry recognisable, where there is something. */
    private static EventId id(Draft draft, Integration integration, @Nullable IdempotencyKey key) {
        if (key != null) {
            return EventId.named(integration.name(), "key", key.name());
        }
        return draft.messageId() == null
                ? EventId.random()
                : EventId.named(integration.name(), "message", draft.channel().wireName(), draft.messageId());
    }

    /** A provider that gives its messages no id delivers the same bytes again. */
    private static EventId id(Draft draft, Integration integration, int position, RawRequest request) {
        return draft.messageId() == null
                ? EventId.named(
                        integration.name(), "body", Integer.toString(position), Signatures.sha256Hex(request.body()))
                : id(draft, integration, null);
    }

    private Event<?> event(
            EventId id, Draft draft, RawRequest request, Integration integration, @Nullable String traceparent) {
        FeedbackId feedbackId = FeedbackId.from(id);
        String key = draft.strongestContact().map(contactHash::of).orElseGet(feedbackId::toString);
        return event(
                id, draft.content(feedbackId, integration), draft.occurredAt(), request.receivedAt(), key, traceparent);
    }

    private static <T extends Record> Event<T> event(
            EventId id,
            Content<T> content,
            Instant occurredAt,
            Instant receivedAt,
            String key,
            @Nullable String traceparent) {
        FeedbackId feedbackId = FeedbackId.from(id);
        return new Event<>(
                id,
                content.type(),
                SOURCE,
                occurredAt,
                receivedAt,
                feedbackId.toString(),
                feedbackId,
                id,
                key,
                traceparent,
                content.data());
    }

    private Answer kept(EventId id, Channel channel) {
        tally.accepted(channel);
        LOG.debugf("feedback-accepted feedbackId=%s", id);
        return new Answer.Accepted(List.of(FeedbackId.from(id)));
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

    private static Problem notFeedback(Normalised normalised) {
        return Problem.of(
                Kind.NOT_FEEDBACK,
                normalised.setAside().stream().map(SetAside::detail).collect(Collectors.joining(" ")));
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
