package org.feedbackloop.routing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.feedbackloop.routing.Received.LEARNT_AT;
import static org.feedbackloop.routing.Received.SAID_AT;
import static org.feedbackloop.routing.Received.received;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.feedbackloop.delivery.DeadLetterPublisher;
import org.feedbackloop.delivery.EventPublisher;
import org.feedbackloop.delivery.ReceivedRecords;
import org.feedbackloop.event.CloudEvents;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.EventType;
import org.feedbackloop.event.Topics;
import org.feedbackloop.event.WireMessage;
import org.feedbackloop.event.v1.FeedbackReceived;
import org.feedbackloop.event.v1.FeedbackRouted;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.event.v1.Finding;
import org.feedbackloop.event.v1.Obligation;
import org.feedbackloop.event.v1.Priority;
import org.feedbackloop.local.StackTestResource;
import org.feedbackloop.local.TopicReader;
import org.feedbackloop.routing.reading.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** routing-service with its real broker. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
@QuarkusTestResource(EarlierFeedback.class)
class FeedbackConsumerComponentTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    EventPublisher publisher;

    @Inject
    LiveRouter rules;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @Test
    void feedback_is_routed_with_its_reasons_and_linked_to_its_cause() {
        Event<FeedbackReceived> heard = received("The courier was rude and my parcel arrived broken")
                .within("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .event();

        publish(heard);

        Event<FeedbackRouted> routed = routedBecauseOf(heard).get(0);
        assertThat(routed.source()).isEqualTo("/routing-service");
        assertThat(routed.subject()).isEqualTo(heard.subject());
        assertThat(routed.correlationId()).isEqualTo(heard.correlationId());
        assertThat(routed.causationId()).isEqualTo(heard.id());
        assertThat(routed.partitionKey()).isEqualTo(heard.partitionKey());
        assertThat(routed.time()).isEqualTo(routed.recordedTime()).isAfter(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(routed.traceparent())
                .startsWith("00-0af7651916cd43dd8448eb211c80319c-")
                .doesNotContain("b7ad6b7169203331");

        FeedbackRouted data = routed.data();
        assertThat(data.feedback()).isEqualTo(heard.data());
        assertThat(data.occurredAt()).isEqualTo(SAID_AT);
        assertThat(data.receivedAt()).isEqualTo(LEARNT_AT);
        assertThat(data.language()).isEqualTo("en");
        assertThat(data.type()).isEqualTo(FeedbackType.COMPLAINT);
        assertThat(data.category()).startsWith("delivery/");
        assertThat(data.queue()).isEqualTo("delivery");
        assertThat(data.priority()).isEqualTo(Priority.HIGH);
        assertThat(data.obligation())
                .isEqualTo(new Obligation(
                        "resolve", Instant.parse("2026-11-25T16:00:00Z"), Instant.parse("2026-11-23T11:00:00Z")));
        assertThat(data.rulesVersion()).startsWith("shop-1-");
        assertThat(data.findings())
                .extracting(Finding::step)
                .containsExactly("language", "type", "category", "queue", "priority", "obligation");
        assertThat(data.findings().get(1).evidence()).contains("rude", "broken");
    }

    @Test
    void harm_is_told_to_be_before_a_supervisor_and_nothing_else_is() {
        Event<FeedbackReceived> harm = received("The kettle caught fire and my daughter burned her hand")
                .event();
        Event<FeedbackReceived> none = received("The kettle is too small").event();

        publish(harm, none);

        FeedbackRouted routed = routedBecauseOf(harm).get(0).data();
        assertThat(routed.supervisor()).isTrue();
        assertThat(routed.priority()).isEqualTo(Priority.URGENT);
        assertThat(routed.queue()).isEqualTo("care");
        assertThat(routed.overflowFrom()).isNull();
        assertThat(routedBecauseOf(none).get(0).data().supervisor()).isNull();
    }

    @Test
    void what_was_said_before_the_first_start_is_heard() {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(routed())
                        .extracting(routed -> routed.data().feedback().text())
                        .contains(EarlierFeedback.TEXT));
    }

    @Test
    void feedback_that_comes_twice_is_routed_under_one_id() {
        Event<FeedbackReceived> heard = received("Where is my parcel?").event();
        publish(heard);
        Event<FeedbackRouted> first = routedBecauseOf(heard).get(0);

        publish(heard);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(routedBecauseOf(heard))
                        .hasSize(2)
                        .allSatisfy(routed -> {
                            assertThat(routed.id()).isEqualTo(first.id());
                            assertThat(routed.data()).isEqualTo(first.data());
                        }));
    }

    @Test
    void what_one_customer_says_keeps_its_order() {
        List<Event<FeedbackReceived>> heard = new ArrayList<>();
        IntStream.range(0, 600)
                .forEach(i -> heard.add(
                        received("message " + i).from("customer-" + i % 20).event()));

        publish(heard.toArray(Event<?>[]::new));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(textsByKey(routed())).containsAllEntriesOf(textsByKey(heard)));
    }

    @ParameterizedTest
    @EnumSource
    void poison_goes_to_the_dead_letters_with_its_reason_and_harms_no_neighbour(Poison poison) {
        String key = UUID.randomUUID().toString();
        Event<FeedbackReceived> before = received("Thank you so much").from(key).event();
        Event<FeedbackReceived> after =
                received("Do you have this in green?").from(key).event();
        ProducerRecord<byte[], byte[]> record =
                poison.of(received("poison").from(key).event());

        send(record(before), record, record(after));

        assertThat(routedBecauseOf(before)).hasSize(1);
        assertThat(routedBecauseOf(after)).hasSize(1);
        await().atMost(SOON).untilAsserted(() -> assertThat(deadLetters(key)).hasSize(1));
        ConsumerRecord<byte[], byte[]> letter = deadLetters(key).get(0);
        assertThat(letter.value()).isEqualTo(record.value());
        assertThat(header(letter, DeadLetterPublisher.REASON)).contains(poison.reason);
        assertThat(header(letter, DeadLetterPublisher.SOURCE_TOPIC)).isEqualTo(Topics.FEEDBACK_RECEIVED);
        record.headers()
                .forEach(header ->
                        assertThat(header(letter, header.key())).isEqualTo(new String(header.value(), UTF_8)));
    }

    @Test
    void every_shipped_decision_is_the_one_that_explain_would_give() {
        Event<FeedbackReceived> heard =
                received("Мне до сих пор не привезли заказ, где он?").event();
        publish(heard);

        Routing routing = rules.router().route(Statement.of(heard.data()), heard.recordedTime());

        assertThat(routedBecauseOf(heard).get(0).data().findings()).isEqualTo(routing.findings());
    }

    /** What may come along instead of feedback. */
    enum Poison {
        NOT_JSON("data is not JSON") {
            @Override
            byte[] data(byte[] sound) {
                return "no { json".getBytes(UTF_8);
            }
        },
        NO_DATA("no data") {
            @Override
            byte[] data(byte[] sound) {
                return null;
            }
        },
        WRONG_SCHEMA("data does not follow") {
            @Override
            byte[] data(byte[] sound) {
                return "{\"feedbackId\": 17, \"channel\": \"smoke-signal\"}".getBytes(UTF_8);
            }
        },
        UNKNOWN_VERSION(CloudEvents.TYPE) {
            @Override
            void spoil(Map<String, String> headers) {
                headers.put(CloudEvents.TYPE, "org.feedbackloop.feedback.received.v9");
            }
        },
        NO_HEADERS("is missing") {
            @Override
            void spoil(Map<String, String> headers) {
                headers.clear();
            }
        },
        TWO_MEGABYTES("text is longer than 20000 characters") {
            @Override
            byte[] data(byte[] sound) {
                return new String(sound, UTF_8)
                        .replace("poison", "poison ".repeat(300_000))
                        .getBytes(UTF_8);
            }
        };

        private final String reason;

        Poison(String reason) {
            this.reason = reason;
        }

        byte[] data(byte[] sound) {
            return sound;
        }

        void spoil(Map<String, String> headers) {}

        ProducerRecord<byte[], byte[]> of(Event<FeedbackReceived> sound) {
            WireMessage message = CloudEvents.write(sound);
            Map<String, String> headers = new HashMap<>(message.headers());
            spoil(headers);
            return record(new WireMessage(message.key(), headers, data(message.data())));
        }
    }

    private void publish(Event<?>... events) {
        Arrays.stream(events).map(publisher::publish).toList().forEach(acknowledged -> acknowledged.join());
    }

    @SafeVarargs
    private void send(ProducerRecord<byte[], byte[]>... records) {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker, ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 4_000_000);
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            Arrays.stream(records).forEach(producer::send);
        }
    }

    private static ProducerRecord<byte[], byte[]> record(Event<?> event) {
        return record(CloudEvents.write(event));
    }

    private static ProducerRecord<byte[], byte[]> record(WireMessage message) {
        var record =
                new ProducerRecord<>(Topics.FEEDBACK_RECEIVED, message.key().getBytes(UTF_8), message.data());
        message.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return record;
    }

    private List<Event<FeedbackRouted>> routedBecauseOf(Event<?> cause) {
        return await().atMost(SOON)
                .until(
                        () -> routed().stream()
                                .filter(routed -> routed.causationId().equals(cause.id()))
                                .toList(),
                        found -> !found.isEmpty());
    }

    private List<Event<FeedbackRouted>> routed() {
        return new TopicReader(broker)
                .readToEnd(Topics.FEEDBACK_ROUTED).stream()
                        .map(record -> ReceivedRecords.read(EventType.FEEDBACK_ROUTED, record))
                        .toList();
    }

    private List<ConsumerRecord<byte[], byte[]>> deadLetters(String key) {
        return new TopicReader(broker)
                .readToEnd(Topics.deadLetters(Topics.FEEDBACK_RECEIVED, "routing-service")).stream()
                        .filter(letter -> new String(letter.key(), UTF_8).equals(key))
                        .toList();
    }

    private static Map<String, List<String>> textsByKey(List<? extends Event<?>> events) {
        return events.stream()
                .filter(event -> event.partitionKey().startsWith("customer-"))
                .collect(groupingBy(Event::partitionKey, mapping(event -> text(event.data()), toList())));
    }

    private static String text(Record data) {
        return data instanceof FeedbackRouted routed ? routed.feedback().text() : ((FeedbackReceived) data).text();
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
