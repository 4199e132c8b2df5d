package org.feedbackloop.notification.followup;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.feedbackloop.delivery.EventBatches;
import org.feedbackloop.event.v1.FollowUpRequested;

/** Offsets are committed after the batch is planned, and the transaction of its plans with it. */
@ApplicationScoped
public class FollowUpConsumer {

    public static final String CHANNEL = "followup-requested";

    private final EventBatches<FollowUpRequested> batches;

    FollowUpConsumer(EventBatches<FollowUpRequested> batches) {
        this.batches = batches;
    }

    @Incoming(CHANNEL)
    @Blocking
    void consume(ConsumerRecords<byte[], byte[]> records) {
        batches.accept(records);
    }
}
