package org.feedbackloop.routing.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.feedbackloop.routing.Said.said;
import static org.feedbackloop.routing.load.CaseNews.aCase;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.feedbackloop.delivery.EventPublisher;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.Topics;
import org.feedbackloop.event.v1.CaseChanged;
import org.feedbackloop.local.TestStack;
import org.feedbackloop.routing.Router;
import org.feedbackloop.routing.Routing;
import org.feedbackloop.routing.rules.RulesDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The counting of open cases, with its real broker. */
class LoadConsumerComponentTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final String queue = "q-" + UUID.randomUUID();
    private final Map<String, Object> kafka =
            Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, TestStack.attach().bootstrapServers());
    private EventPublisher publisher;
    private LoadConsumer load;

    @BeforeEach
    void connect() {
        publisher = EventPublisher.connect(kafka, Duration.ofSeconds(30));
        await().atMost(SOON).until(() -> publisher.isReadyFor(Topics.CASE_CHANGED));
        load = following(kafka);
    }

    @AfterEach
    void close() {
        load.close();
        publisher.close();
    }

    @Test
    void what_was_opened_before_the_start_is_counted_and_what_changes_after_it_too() {
        CaseNews one = aCase();
        tell(one.opened(queue), aCase().opened(queue));
        assertThat(load.openCases(queue)).as("before anybody has counted").isEmpty();

        load.start();
        awaitOpen(2);

        tell(aCase().opened(queue), one.closed(queue), aCase().opened(queue));
        awaitOpen(3);
    }

    @Test
    void what_comes_twice_counts_once_even_behind_newer_news() {
        CaseNews one = aCase();
        Event<CaseChanged> opened = CaseNews.event(one.opened(queue));
        load.start();

        publisher.publish(opened).join();
        tell(one.closed(queue));
        publisher.publish(opened).join();
        tell(one.another().opened(queue + "-after"));

        await().atMost(SOON).until(() -> load.openCases(queue + "-after").orElse(0) == 1);
        assertThat(load.openCases(queue)).hasValue(0);
    }

    @Test
    void what_cannot_be_read_is_skipped() {
        load.start();
        send("no { json".getBytes(UTF_8));
        send(null);

        tell(aCase().opened(queue));

        awaitOpen(1);
    }

    @Test
    void who_begins_anew_counts_the_same() {
        CaseNews one = aCase();
        tell(one.opened(queue), aCase().opened(queue));
        load.start();
        awaitOpen(2);
        load.close();
        tell(one.answered(queue));

        load = following(kafka);
        load.start();

        awaitOpen(1);
    }

    @Test
    void while_the_broker_is_away_nothing_is_known_and_feedback_is_routed_all_the_same() {
        try (LoadConsumer lost = following(Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:1"))) {
            lost.start();

            assertThat(lost.openCases(queue)).isEmpty();
            assertThat(routed(lost).queue().name()).isEqualTo(queue);
        }
    }

    @Test
    void who_reads_no_history_counts_nothing() {
        try (LoadConsumer none = new LoadConsumer(kafka, Duration.ZERO, Clock.systemUTC())) {
            none.start();

            assertThat(none.openCases(queue)).isEmpty();
        }
    }

    @Test
    void a_queue_that_has_too_much_overflows_and_takes_again_what_comes_when_it_has_room() {
        CaseNews one = aCase();
        CaseNews two = aCase();
        load.start();
        tell(one.opened(queue), two.opened(queue));
        awaitOpen(2);

        Routing over = routed(load);
        assertThat(over.queue().name()).isEqualTo("general");
        assertThat(over.overflowFrom().name()).isEqualTo(queue);
        assertThat(over.findings().get(3).evidence()).contains("queue " + queue + " is at its capacity: 2 of 2 open");

        tell(one.answered(queue));
        awaitOpen(1);
        assertThat(routed(load).queue().name()).isEqualTo(queue);
        assertThat(routed(load).overflowFrom()).isNull();
    }

    private static LoadConsumer following(Map<String, Object> kafka) {
        return new LoadConsumer(kafka, Duration.ofDays(1), Clock.systemUTC());
    }

    private Routing routed(LoadConsumer known) {
        RulesDocument rules = RulesDocument.parse("""
                name: small-1
                languages: {en: {script: latin, words: [the]}}
                categories: [{path: billing}]
                calendars: {office: {zone: UTC, week: {monday: ["09:00-18:00"]}}}
                queues:
                  - {name: %s, categories: [billing], calendar: office, capacity: 2, overflow: general}
                  - {name: general, calendar: office}
                fallback: general
                harm: {}
                priorities: {worstScore: high, types: {}}
                obligations: {}
                """.formatted(queue));
        return new Router(rules, known)
                .route(said("x").aboutCategory("billing").statement(), Instant.parse("2026-11-23T10:00:00Z"));
    }

    private void awaitOpen(int cases) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(load.openCases(queue)).isEqualTo(OptionalInt.of(cases)));
    }

    private void tell(CaseChanged... changes) {
        Arrays.stream(changes)
                .map(change -> publisher.publish(CaseNews.event(change)))
                .toList()
                .forEach(acknowledged -> acknowledged.join());
    }

    private void send(byte[] value) {
        Map<String, Object> settings =
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.get(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG));
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.CASE_CHANGED, "key".getBytes(UTF_8), value));
        }
    }
}
