package org.feedbackloop.routing.edition;

import static org.awaitility.Awaitility.await;
import static org.feedbackloop.routing.edition.Change.change;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.feedbackloop.delivery.EventPublisher;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.Topics;
import org.feedbackloop.event.v1.FeedbackReceived;
import org.feedbackloop.local.TestStack;
import org.feedbackloop.routing.Received;

/** The rules were changed three times, and then something was said, before the replica started. */
public final class EarlierRules implements QuarkusTestResourceLifecycleManager {

    static final String SET = "changed-earlier";

    static final String TEXT = "Said after the rules were changed, before anybody listened";

    static final Event<FeedbackReceived> FEEDBACK = Received.received(TEXT).event();

    @Override
    public Map<String, String> start() {
        Map<String, Object> kafka = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, TestStack.attach().bootstrapServers());
        try (EventPublisher publisher = EventPublisher.connect(kafka, Duration.ofSeconds(30))) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> publisher.isReadyFor(Topics.FEEDBACK_RECEIVED)
                            && publisher.isReadyFor(Topics.ROUTING_RULES));
            for (Change change : new Change[] {
                change(1, "long-ago"),
                change(1, "overtaken"),
                change(2, "lately").after("long-ago")
            }) {
                publisher.publish(change.of(SET).event()).join();
            }
            publisher.publish(FEEDBACK).join();
        }
        return Map.of("routing.rules.name", SET);
    }

    @Override
    public void stop() {}
}
