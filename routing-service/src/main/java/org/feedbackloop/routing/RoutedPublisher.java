package org.feedbackloop.routing;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.feedbackloop.delivery.EventHandler;
import org.feedbackloop.delivery.EventPublisher;
import org.feedbackloop.delivery.TraceContext;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.EventType;
import org.feedbackloop.event.v1.FeedbackReceived;
import org.feedbackloop.event.v1.FeedbackRouted;
import org.feedbackloop.routing.queue.Queue;
import org.feedbackloop.routing.reading.Statement;
import org.jboss.logging.Logger;

/**
 * Routes feedback and says so. Returns when the broker has acknowledged every event, so that the offsets may be committed;
 * what is repeated after a failure carries the same ids.
 */
final class RoutedPublisher implements EventHandler<FeedbackReceived> {

    private static final Logger LOG = Logger.getLogger(RoutedPublisher.class);

    private final LiveRouter rules;
    private final EventPublisher publisher;
    private final Clock clock;
    private final MeterRegistry meters;

    RoutedPublisher(LiveRouter rules, EventPublisher publisher, Clock clock, MeterRegistry meters) {
        this.rules = rules;
        this.publisher = publisher;
        this.clock = clock;
        this.meters = meters;
    }

    @Override
    public void handle(List<Event<FeedbackReceived>> events) {
        Router router = rules.router();
        List<CompletableFuture<Void>> acknowledgements = new ArrayList<>(events.size());
        for (Event<FeedbackReceived> event : events) {
            CompletableFuture<Void> acknowledgement = publisher.publish(routed(event, router));
            acknowledgements.add(acknowledgement);
            if (acknowledgement.isCompletedExceptionally()) {
                // Refused at once, for want of room: the next one might be taken, and overtake this one.
                break;
            }
        }
        CompletableFuture.allOf(acknowledgements.toArray(CompletableFuture[]::new))
                .join();
    }

    private Event<FeedbackRouted> routed(Event<FeedbackReceived> received, Router router) {
        FeedbackReceived feedback = received.data();
        Routing routing = router.route(Statement.of(feedback), received.recordedTime());
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
}
