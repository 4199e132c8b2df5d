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
import org.feedbackloop.delivery.DeadLetterPublisher;
import org.feedbackloop.delivery.EventBatches;
import org.feedbackloop.delivery.TraceContext;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.EventType;
import org.feedbackloop.event.v1.FollowUpOutcome;

/** Notes outcomes, a batch in one transaction. The offsets are committed when the method has returned. */
@ApplicationScoped
public class OutcomeConsumer {

    public static final String CHANNEL = "followup-outcome";

    private final Outcomes outcomes;
    private final EventBatches<FollowUpOutcome> batches;

    OutcomeConsumer(Outcomes outcomes, DeadLetterPublisher deadLetters, WorldIsWell worldIsWell) {
        this.outcomes = outcomes;
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
        QuarkusTransaction.requiringNew().run(() -> outcomes.note(traced));
    }

    /** Before the database goes away under a batch, which would then wait for it in vain. */
    void close(@Observes ShutdownEvent stopping) {
        batches.close();
    }
}
