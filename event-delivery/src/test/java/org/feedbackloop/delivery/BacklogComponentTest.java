package org.feedbackloop.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.feedbackloop.event.EventType;
import org.feedbackloop.event.Topics;
import org.feedbackloop.local.TestStack;
import org.junit.jupiter.api.Test;

/** With a real broker, and groups that commit by hand. */
class BacklogComponentTest {

    private static final String TOPIC = Topics.FEEDBACK_RECEIVED;

    private final Broker broker = new Broker(TestStack.attach().bootstrapServers());

    @Test
    void it_is_waited_for_until_the_group_has_committed_what_stood_there() {
        publish("behind");
        try (Backlog backlog = new Backlog(broker.settings(), "behind", TOPIC)) {
            CompletableFuture<Void> waiting = CompletableFuture.runAsync(backlog::awaitHandled);
            await().during(Duration.ofSeconds(2)).atMost(Broker.PATIENCE).until(() -> !waiting.isDone());

            commitEverything("behind");

            await().atMost(Broker.PATIENCE).until(waiting::isDone);
            assertThat(waiting).isCompleted();
        }
    }

    @Test
    void who_is_up_to_date_keeps_nobody_waiting() {
        publish("up-to-date");
        commitEverything("up-to-date");
        try (Backlog backlog = new Backlog(broker.settings(), "up-to-date", TOPIC)) {
            backlog.awaitHandled();
        }
    }

    @Test
    void closing_ends_the_waiting() {
        publish("closed");
        Backlog backlog = new Backlog(broker.settings(), "closed", TOPIC);
        CompletableFuture<Void> waiting = CompletableFuture.runAsync(backlog::awaitHandled);

        backlog.close();

        assertThatThrownBy(() -> waiting.orTimeout(60, TimeUnit.SECONDS).join())
                .isInstanceOfAny(CancellationException.class, CompletionException.class)
                .hasStackTraceContaining("closed while closed was behind on " + TOPIC);
    }

    private void publish(String key) {
        try (EventPublisher publisher = broker.publisher(Duration.ofSeconds(10), EventType.FEEDBACK_RECEIVED)) {
            publisher.publish(Feedbacks.said(key, 1)).join();
        }
    }

    private void commitEverything(String group) {
        Map<String, Object> settings = new HashMap<>(broker.settings());
        settings.put("group.id", group);
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                    .toList();
            Map<TopicPartition, OffsetAndMetadata> ends = new HashMap<>();
            consumer.endOffsets(partitions)
                    .forEach((partition, end) -> ends.put(partition, new OffsetAndMetadata(end)));
            consumer.commitSync(ends);
        }
    }
}
