package org.feedbackloop.routing;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.feedbackloop.delivery.EventHandler;
import org.feedbackloop.delivery.EventPublisher;
import org.feedbackloop.delivery.TraceContext;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.EventType;
import org.feedbackloop.event.v1.FeedbackReceived;
import org.feedbackloop.event.v1.FeedbackRouted;
import org.feedbackloop.routing.opinion.SecondOpinion;
import org.feedbackloop.routing.queue.Queue;
import org.feedbackloop.routing.reading.Statement;
import org.jboss.logging.Logger;

/**
 * Routes feedback and says so. Returns when the broker has acknowledged every event, so that the offsets may be committed;
 * what is repeated after a failure carries the same ids.
 *
 * <p>Second opinions are asked for together, and waited for together: no longer than one timeout for all that came together.
 */
final class RoutedPublisher implements EventHandler<FeedbackReceived> {

    private static final Logger LOG = Logger.getLogger(RoutedPublisher.class);

    private final LiveRouter rules;
    private final SecondOpinion secondOpinion;
    private final EventPublisher publisher;
    private final Clock clock;
    private final MeterRegistry meters;

    RoutedPublisher(
            LiveRouter rules,
            SecondOpinion secondOpinion,
            EventPublisher publisher,
            Clock clock,
            MeterRegistry meters) {
        this.rules = rules;
        this.secondOpinion = secondOpinion;
        this.publisher = publisher;
        this.clock = clock;
        this.meters = meters;
    }

    @Override
    public void handle(List<Event<FeedbackReceived>> events) {
        Router router = rules.router();
        List<CompletableFuture<Void>> acknowledgements = new ArrayList<>(events.size());
        Deque<Decided> held = new ArrayDeque<>();
        boolean taken = true;
        for (int next = 0; taken && next < events.size(); next++) {
            held.add(decided(events.get(next), router));
            // What waits for an opinion holds up all behind it, for their order must stay; and asking goes on
            // meanwhile.
            while (taken && !held.isEmpty() && held.element().decision().isSettled()) {
                taken = publish(held.remove(), acknowledgements);
            }
        }
        while (taken && !held.isEmpty()) {
            taken = publish(held.remove(), acknowledgements);
        }
        CompletableFuture.allOf(acknowledgements.toArray(CompletableFuture[]::new))
                .join();
    }

    private Decided decided(Event<FeedbackReceived> event, Router router) {
        return new Decided(
                event, Decision.about(Statement.of(event.data()), event.recordedTime(), router, secondOpinion));
    }

    /** Not taken if it was refused at once, for want of room: the next one might be taken, and overtake it. */
    private boolean publish(Decided decided, List<CompletableFuture<Void>> acknowledgements) {
        CompletableFuture<Void> acknowledgement = publisher.publish(routed(decided.event(), decided.decision()));
        acknowledgements.add(acknowledgement);
        return !acknowledgement.isCompletedExceptionally();
    }

    private Event<FeedbackRouted> routed(Event<FeedbackReceived> received, Decision decision) {
        FeedbackReceived feedback = received.data();
        Routing routing = decision.routing();
        decision.outcome()
                .ifPresent(outcome -> meters.counter("routing.second.opinions", "outcome", outcome)
                        .increment());
        count(routing);
        // Every one, with its reasons, stands in the event; a line for each would cost more than the decision.
        LOG.debugf(
                "feedback-routed feedbackId=%s eventId=%s type=%s queue=%s",
                feedback.feedbackId(),
                received.id(),
                routing.type().wireName(),
                routing.queue().name());

        Queue overflowFrom = routing.overflowFrom();
        Instant now = clock.instant();
        return TraceContext.handledBy(RoutingWiring.SERVICE, received)
                .leadsTo(
                        EventType.FEEDBACK_ROUTED,
                        "/" + RoutingWiring.SERVICE,
                        now,
                        now,
                        received.subject(),
                        received.partitionKey(),
                        new FeedbackRouted(
                                feedback,
                                received.time(),
                                received.recordedTime(),
                                routing.language().code(),
                                routing.type(),
                                routing.category(),
                                routing.queue().name(),
                                routing.priority(),
                                routing.obligation(),
                                routing.rulesVersion(),
                                routing.findings(),
                                routing.supervisor() ? Boolean.TRUE : null,
                                overflowFrom == null ? null : overflowFrom.name(),
                                routing.secondaryType(),
                                routing.secondaryObligation()));
    }

    private void count(Routing routing) {
        meters.counter(
                        "feedback.routed",
                        "type",
                        routing.type().wireName(),
                        "queue",
                        routing.queue().name(),
                        "language",
                        routing.language().code())
                .increment();
    }

    private record Decided(Event<FeedbackReceived> event, Decision decision) {}
}
