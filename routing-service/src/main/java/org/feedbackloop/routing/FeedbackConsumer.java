package org.feedbackloop.routing;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.feedbackloop.delivery.EventBatches;
import org.feedbackloop.event.v1.FeedbackReceived;

/** Hears of feedback. Offsets are committed when the method has returned, and so after every routed event is acknowledged. */
@ApplicationScoped
public class FeedbackConsumer {

    public static final String CHANNEL = "feedback-received";

    private final EventBatches<FeedbackReceived> batches;

    FeedbackConsumer(EventBatches<FeedbackReceived> batches) {
        this.batches = batches;
    }

    @Incoming(CHANNEL)
    @Blocking
    void consume(ConsumerRecords<byte[], byte[]> records) {
        batches.accept(records);
    }
}
