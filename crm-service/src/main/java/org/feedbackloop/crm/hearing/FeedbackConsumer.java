package org.feedbackloop.crm.hearing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.feedbackloop.crm.WorldIsWell;
import org.feedbackloop.crm.identity.Customers.ContactTaken;
import org.feedbackloop.delivery.DeadLetterPublisher;
import org.feedbackloop.delivery.EventBatches;
import org.feedbackloop.delivery.TraceContext;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.EventType;
import org.feedbackloop.event.v1.FeedbackRouted;

/** Hears routed feedback, a batch in one transaction. The offsets are committed when the method has returned. */
@ApplicationScoped
public class FeedbackConsumer {

    public static final String CHANNEL = "feedback-routed";

    /** How often a batch may meet a stranger whom another one meets in the same moment. */
    private static final int MEETINGS = 5;

    private final Hearing hearing;
    private final EventBatches<FeedbackRouted> batches;

    FeedbackConsumer(Hearing hearing, DeadLetterPublisher deadLetters, WorldIsWell worldIsWell) {
        this.hearing = hearing;
        this.batches = new EventBatches<>(EventType.FEEDBACK_ROUTED, this::hear, deadLetters, worldIsWell);
    }

    @Incoming(CHANNEL)
    @Blocking("crm-consumers")
    void consume(ConsumerRecords<byte[], byte[]> records) {
        batches.accept(records);
    }

    private void hear(List<Event<FeedbackRouted>> events) {
        List<Event<FeedbackRouted>> traced = events.stream()
                .map(event -> TraceContext.handledBy("crm-service", event))
                .toList();
        for (int meeting = 1; ; meeting++) {
            try {
                QuarkusTransaction.requiringNew().run(() -> hearing.hear(traced));
                return;
            } catch (ContactTaken e) {
                if (meeting == MEETINGS) {
                    throw e;
                }
            }
        }
    }

    /** Before the database goes away under a batch, which would then wait for it in vain. */
    void close(@Observes ShutdownEvent stopping) {
        batches.close();
    }
}
