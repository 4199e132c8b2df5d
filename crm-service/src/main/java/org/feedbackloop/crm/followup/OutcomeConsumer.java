package org.feedbackloop.crm.followup;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.feedbackloop.crm.WorldIsWell;
import org.feedbackloop.crm.followup.Outcomes.AheadOfFeedback;
import org.feedbackloop.delivery.Backlog;
import org.feedbackloop.delivery.DeadLetterPublisher;
import org.feedbackloop.delivery.EventBatches;
import org.feedbackloop.delivery.EventRefused;
import org.feedbackloop.delivery.TraceContext;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.EventType;
import org.feedbackloop.event.v1.FollowUpOutcome;

/**
 * Notes outcomes, a batch in one transaction. The offsets are committed when the method has returned.
 *
 * <p>An outcome follows from feedback, but comes by another topic: where both are read from their beginning, it overtakes
 * the feedback by far. Then its partition waits until all feedback that there was has been heard, and the order of each
 * customer is kept. What still follows from nothing is refused.
 */
@ApplicationScoped
public class OutcomeConsumer {

    public static final String CHANNEL = "followup-outcome";

    private final Outcomes outcomes;
    private final Backlog feedback;
    private final EventBatches<FollowUpOutcome> batches;

    OutcomeConsumer(Outcomes outcomes, Backlog feedback, DeadLetterPublisher deadLetters, WorldIsWell worldIsWell) {
        this.outcomes = outcomes;
        this.feedback = feedback;
        this.batches = new EventBatches<>(EventType.FOLLOWUP_OUTCOME, this::note, deadLetters, worldIsWell);
    }

    @Incoming(CHANNEL)
    @Blocking("crm-consumers")
    void consume(ConsumerRecords<byte[], byte[]> records) {
        batches.accept(records);
    }

    private void note(List<Event<FollowUpOutcome>> events) {
        List<Event<FollowUpOutcome>> traced = events.stream()
                .map(event -> TraceContext.handledBy("crm-service", event))
                .toList();
        try {
            noteTogether(traced);
        } catch (AheadOfFeedback early) {
            feedback.awaitHandled();
            noteUnlessOrphaned(traced);
        }
    }

    private void noteUnlessOrphaned(List<Event<FollowUpOutcome>> events) {
        try {
            noteTogether(events);
        } catch (AheadOfFeedback orphan) {
            throw new EventRefused(orphan.why());
        }
    }

    private void noteTogether(List<Event<FollowUpOutcome>> events) {
        QuarkusTransaction.requiringNew().run(() -> outcomes.note(events));
    }

    /** Before the database goes away under a batch, which would then wait for it in vain. */
    void close(@Observes ShutdownEvent stopping) {
        batches.close();
        feedback.close();
    }
}
