package org.feedbackloop.intake.surveyfetch;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.feedbackloop.delivery.EventBatches;
import org.feedbackloop.event.v1.SurveyAnnounced;

/** Hears of answered surveys. Offsets are committed when the method has returned, and so after the answers are published. */
@ApplicationScoped
public class SurveyAnnouncedConsumer {

    static final String CHANNEL = "survey-announced";

    private final EventBatches<SurveyAnnounced> batches;

    SurveyAnnouncedConsumer(EventBatches<SurveyAnnounced> batches) {
        this.batches = batches;
    }

    @Incoming(CHANNEL)
    @Blocking
    void consume(ConsumerRecords<byte[], byte[]> records) {
        batches.accept(records);
    }
}
