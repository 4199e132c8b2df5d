package org.feedbackloop.routing;

import static org.awaitility.Awaitility.await;
import static org.feedbackloop.routing.Received.received;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.feedbackloop.delivery.EventPublisher;
import org.feedbackloop.event.Topics;
import org.feedbackloop.local.TestStack;

/** Something was said before the service started for the first time. */
public final class EarlierFeedback implements QuarkusTestResourceLifecycleManager {

    static final String TEXT = "Said before anybody listened";

    @Override
    public Map<String, String> start() {
        Map<String, Object> kafka = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, TestStack.attach().bootstrapServers());
        try (EventPublisher publisher = EventPublisher.connect(kafka, Duration.ofSeconds(30))) {
            await().atMost(Duration.ofSeconds(60)).until(() -> publisher.isReadyFor(Topics.FEEDBACK_RECEIVED));
            publisher.publish(received(TEXT).event()).join();
        }
        return Map.of();
    }

    @Override
    public void stop() {}
}
