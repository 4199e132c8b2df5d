package org.feedbackloop.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.awaitility.Awaitility;
import org.feedbackloop.event.CloudEvents;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.EventType;
import org.feedbackloop.event.Topics;
import org.feedbackloop.event.WireMessage;
import org.feedbackloop.event.v1.FeedbackReceived;
import org.feedbackloop.local.TestStack;
import org.junit.jupiter.api.Test;

class EventPublisherComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Broker broker = new Broker(TestStack.attach().bootstrapServers());

    @Test
    void what_is_acknowledged_is_on_the_topic_and_can_be_read() {
        var event = Feedbacks.said("acknowledged", 1);
        try (EventPublisher publisher = publisher()) {
            publisher.publish(event).join();
        }

        assertThat(broker.records(event.type().topic(), "acknowledged"))
                .singleElement()
                .extracting(record -> ReceivedRecords.read(EventType.FEEDBACK_RECEIVED, record))
                .isEqualTo(event);
    }

    @Test
    void the_events_of_a_key_arrive_in_the_order_they_were_published_in() {
        List<Event<FeedbackReceived>> events = Feedbacks.manySaid("in-order", 1_000);
        try (EventPublisher publisher = publisher()) {
            CompletableFuture.allOf(events.stream().map(publisher::publish).toArray(CompletableFuture[]::new))
                    .join();
        }

        assertThat(broker.ids(EventType.FEEDBACK_RECEIVED, "in-order"))
                .containsExactlyElementsOf(
                        events.stream().map(event -> event.id().toString()).toList());
    }

    @Test
    void an_event_for_a_topic_that_does_not_exist_is_refused() {
        WireMessage message = CloudEvents.write(Feedbacks.said("nowhere", 1));
        try (EventPublisher publisher = publisher()) {
            assertThat(publisher.publish("no.such.topic", message)).isCompletedExceptionally();
            assertThat(publisher.isReadyFor("no.such.topic")).isFalse();
        }
    }

    /** Where nobody listens, nothing can be looked up: refusing must not take the time that looking would. */
    @Test
    void without_a_broker_an_event_is_refused_before_its_limit() {
        Map<String, Object> nobody = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:1");
        try (EventPublisher publisher = EventPublisher.connect(nobody, LIMIT)) {
            assertThat(publisher.publish(Feedbacks.said("nobody", 1))).isCompletedExceptionally();
            assertThat(publisher.isReadyFor(Topics.FEEDBACK_RECEIVED)).isFalse();
        }
    }

    /**
     * Room for hardly more than a hundred of them, all in the one batch that is not sent before it is full: the caller is told
     * at once, and what was acknowledged is there.
     */
    @Test
    void a_burst_that_has_no_room_is_refused_in_part_and_never_waits() {
        Map<String, Object> settings = new HashMap<>(broker.settings());
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 163_840L);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 163_840);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 1_000);
        List<CompletableFuture<Void>> burst;
        try (EventPublisher publisher = EventPublisher.connect(settings, LIMIT)) {
            Awaitility.await().atMost(Broker.PATIENCE).until(() -> publisher.isReadyFor(Topics.FEEDBACK_RECEIVED));
            burst = IntStream.range(0, 5_000)
                    .mapToObj(n -> publisher.publish(Feedbacks.said("burst", n)))
                    .toList();
            Awaitility.await()
                    .atMost(Broker.PATIENCE)
                    .until(() -> burst.stream().allMatch(CompletableFuture::isDone));
        }

        long taken =
                burst.stream().filter(each -> !each.isCompletedExceptionally()).count();
        long there = broker.ids(EventType.FEEDBACK_RECEIVED, "burst").size();
        assertThat(taken).isEqualTo(there).isBetween(1L, 4_999L);
    }

    @Test
    void a_closed_publisher_refuses() {
        EventPublisher publisher = publisher();
        publisher.close();

        assertThat(publisher.publish(Feedbacks.said("closed", 1))).isCompletedExceptionally();
    }

    @Test
    void what_the_broker_finds_too_large_is_refused_and_the_next_is_taken() {
        WireMessage large = new WireMessage("large", Map.of(), new byte[5 * 1024 * 1024]);
        var next = Feedbacks.said("after-large", 1);
        try (EventPublisher publisher = publisher()) {
            assertThatThrownBy(() ->
                            publisher.publish(Topics.FEEDBACK_RECEIVED, large).join())
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(RecordTooLargeException.class);
            publisher.publish(next).join();
        }

        assertThat(broker.ids(EventType.FEEDBACK_RECEIVED, "large")).isEmpty();
        assertThat(broker.ids(EventType.FEEDBACK_RECEIVED, "after-large")).hasSize(1);
    }

    @Test
    void two_megabytes_of_poison_are_kept_whole_among_the_dead_letters() {
        byte[] poison = new byte[2 * 1024 * 1024];
        poison[0] = '{';
        try (EventPublisher publisher = publisher()) {
            new DeadLetterPublisher(publisher, "routing-service", Clock.systemUTC())
                    .publish(Feedbacks.record("two-megabytes", poison), "no reason")
                    .join();
        }

        assertThat(broker.records(deadLetters(), "two-megabytes"))
                .singleElement()
                .satisfies(letter -> assertThat(letter.value()).isEqualTo(poison));
    }

    @Test
    void a_dead_letter_that_no_broker_would_take_is_kept_without_its_bytes() {
        try (EventPublisher publisher = publisher()) {
            new DeadLetterPublisher(publisher, "routing-service", Clock.systemUTC())
                    .publish(Feedbacks.record("too-large", new byte[5 * 1024 * 1024]), "no reason")
                    .join();
        }

        assertThat(broker.records(deadLetters(), "too-large")).singleElement().satisfies(letter -> {
            assertThat(letter.value()).isNull();
            assertThat(header(letter, DeadLetterPublisher.REASON)).isEqualTo("no reason; too large to be kept here");
            assertThat(header(letter, DeadLetterPublisher.SOURCE_OFFSET)).isEqualTo("4711");
        });
    }

    private EventPublisher publisher() {
        EventPublisher publisher = broker.publisher(LIMIT, EventType.FEEDBACK_RECEIVED);
        Awaitility.await().atMost(Broker.PATIENCE).until(() -> publisher.isReadyFor(deadLetters()));
        return publisher;
    }

    private static String deadLetters() {
        return Topics.deadLetters(Topics.FEEDBACK_RECEIVED, "routing-service");
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
