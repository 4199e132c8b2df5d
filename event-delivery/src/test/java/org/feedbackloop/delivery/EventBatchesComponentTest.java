package org.feedbackloop.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.EventType;
import org.feedbackloop.event.Topics;
import org.feedbackloop.event.v1.FeedbackReceived;
import org.feedbackloop.local.TestStack;
import org.junit.jupiter.api.Test;

/** With records that have been through a real broker; each rule on its own is shown by {@link EventBatchesTest}. */
class EventBatchesComponentTest {

    private final Broker broker = new Broker(TestStack.attach().bootstrapServers());

    @Test
    void neighbours_of_poison_and_of_a_bad_event_are_handled_and_both_are_kept() {
        var first = Feedbacks.said("neighbours", 1);
        var bad = Feedbacks.said("neighbours", 2);
        var last = Feedbacks.said("neighbours", 3);
        byte[] poison = "{\"text\": \"unfinished".getBytes(UTF_8);
        List<Event<FeedbackReceived>> handled = new ArrayList<>();
        EventHandler<FeedbackReceived> handler = events -> {
            if (events.contains(bad)) {
                throw new IllegalStateException("cannot handle this one");
            }
            handled.addAll(events);
        };

        try (EventPublisher publisher = broker.publisher(Duration.ofSeconds(10), EventType.FEEDBACK_RECEIVED)) {
            publisher.publish(first).join();
            publisher
                    .send(new ProducerRecord<>(Topics.FEEDBACK_RECEIVED, "neighbours".getBytes(UTF_8), poison))
                    .join();
            publisher.publish(bad).join();
            publisher.publish(last).join();
            var deadLetters = new DeadLetterPublisher(publisher, "routing-service", Clock.systemUTC());
            try (var batches = new EventBatches<>(EventType.FEEDBACK_RECEIVED, handler, deadLetters, () -> true)) {
                batches.accept(broker.records(Topics.FEEDBACK_RECEIVED, "neighbours"));
            }
        }

        assertThat(handled).containsExactly(first, last);
        assertThat(broker.records(Topics.deadLetters(Topics.FEEDBACK_RECEIVED, "routing-service"), "neighbours"))
                .satisfiesExactly(
                        letter -> assertThat(letter.value()).isEqualTo(poison),
                        letter -> assertThat(ReceivedRecords.read(EventType.FEEDBACK_RECEIVED, letter))
                                .isEqualTo(bad));
    }
}
