package org.feedbackloop.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.EventType;
import org.feedbackloop.event.v1.FeedbackReceived;
import org.junit.jupiter.api.Test;

class EventBatchesTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-02T12:00:00Z"), ZoneOffset.UTC);

    private static final BooleanSupplier ALWAYS_WELL = () -> true;

    private final Event<FeedbackReceived> first = Feedbacks.said("ada", 1);
    private final Event<FeedbackReceived> second = Feedbacks.said("ada", 2);
    private final Event<FeedbackReceived> third = Feedbacks.said("ben", 1);

    private final List<List<Event<FeedbackReceived>>> handled = new ArrayList<>();
    private MockProducer<byte[], byte[]> broker =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());

    @Test
    void good_events_are_handled_together_and_in_their_order() {
        accept(handled::add, ALWAYS_WELL, first, second, third);

        assertThat(handled).containsExactly(List.of(first, second, third));
        assertThat(broker.history()).isEmpty();
    }

    @Test
    void no_records_are_no_batch() {
        accept(handled::add, ALWAYS_WELL);

        assertThat(handled).isEmpty();
    }

    @Test
    void an_unreadable_record_harms_no_other_and_is_kept_with_its_bytes_and_the_reason() {
        byte[] poison = "my kettle leaks".getBytes(UTF_8);
        ConsumerRecord<byte[], byte[]> record = Feedbacks.record("zoe", poison);
        record.headers().add("ce_type", "something.else".getBytes(UTF_8)).add("ce_specversion", "1.0".getBytes(UTF_8));

        batches(handled::add, ALWAYS_WELL)
                .accept(List.of(Feedbacks.recordOf(first), record, Feedbacks.recordOf(second)));

        assertThat(handled).containsExactly(List.of(first, second));
        ProducerRecord<byte[], byte[]> letter = onlyDeadLetter();
        assertThat(letter.topic()).isEqualTo("feedback.received.v1.crm-service.dlq");
        assertThat(letter.key()).asString(UTF_8).isEqualTo("zoe");
        assertThat(letter.value()).isEqualTo(poison);
        assertThat(header(letter, "ce_type")).isEqualTo("something.else");
        assertThat(header(letter, DeadLetterPublisher.REASON)).startsWith("header ce_type says \"something.else\"");
        assertThat(header(letter, DeadLetterPublisher.SOURCE_TOPIC)).isEqualTo("feedback.received.v1");
        assertThat(header(letter, DeadLetterPublisher.SOURCE_PARTITION)).isEqualTo("3");
        assertThat(header(letter, DeadLetterPublisher.SOURCE_OFFSET)).isEqualTo("4711");
        assertThat(header(letter, DeadLetterPublisher.SERVICE)).isEqualTo("crm-service");
        assertThat(header(letter, DeadLetterPublisher.FAILED_AT)).isEqualTo("2026-03-02T12:00:00Z");
    }

    @Test
    void an_event_that_cannot_be_handled_is_found_among_its_neighbours() {
        accept(allBut(second), ALWAYS_WELL, first, second, third);

        assertThat(handled).containsExactly(List.of(first), List.of(third));
        assertThat(header(onlyDeadLetter(), "ce_id")).isEqualTo(second.id().toString());
        assertThat(header(onlyDeadLetter(), DeadLetterPublisher.REASON))
                .startsWith("cannot handle this one: IllegalStateException at EventBatchesTest.java:");
    }

    @Test
    void an_event_that_its_handler_refuses_is_not_tried_again() {
        AtomicInteger tries = new AtomicInteger();

        accept(
                events -> {
                    if (events.contains(second)) {
                        tries.incrementAndGet();
                        throw new EventRefused("nobody has a token for this one");
                    }
                    handled.add(events);
                },
                ALWAYS_WELL,
                first,
                second,
                third);

        assertThat(handled).containsExactly(List.of(first), List.of(third));
        assertThat(tries).hasValue(2);
        assertThat(header(onlyDeadLetter(), DeadLetterPublisher.REASON)).startsWith("nobody has a token for this one");
    }

    @Test
    void an_event_that_failed_again_after_a_replay_carries_its_last_failure_alone() {
        ConsumerRecord<byte[], byte[]> replayed = Feedbacks.recordOf(first);
        replayed.headers().add(DeadLetterPublisher.REASON, "of long ago".getBytes(UTF_8));

        batches(allBut(first), ALWAYS_WELL).accept(List.of(replayed));

        assertThat(onlyDeadLetter().headers().headers(DeadLetterPublisher.REASON))
                .hasSize(1);
        assertThat(header(onlyDeadLetter(), DeadLetterPublisher.REASON)).doesNotContain("of long ago");
    }

    @Test
    void what_fails_once_is_handled_together_the_second_time() {
        AtomicInteger tries = new AtomicInteger();
        accept(
                events -> {
                    if (tries.incrementAndGet() == 1) {
                        throw new IllegalStateException("stumbled");
                    }
                    handled.add(events);
                },
                ALWAYS_WELL,
                first,
                second);

        assertThat(handled).containsExactly(List.of(first, second));
    }

    @Test
    void while_the_world_is_ill_a_batch_waits_and_nothing_is_blamed() {
        AtomicInteger looks = new AtomicInteger();
        BooleanSupplier well = () -> looks.incrementAndGet() > 3;
        accept(
                events -> {
                    if (looks.get() <= 3) {
                        throw new IllegalStateException("no database");
                    }
                    handled.add(events);
                },
                well,
                first,
                second);

        assertThat(handled).containsExactly(List.of(first, second));
        assertThat(broker.history()).isEmpty();
    }

    /** A pool may hold several connections that a restart has broken, while the look at the database gets a new one. */
    @Test
    void a_broken_connection_is_not_blamed_on_an_event_though_the_world_looks_well() {
        AtomicInteger tries = new AtomicInteger();
        accept(
                events -> {
                    if (tries.incrementAndGet() <= 3) {
                        throw new IllegalStateException("cannot store", new SQLException("broken pipe", "08006"));
                    }
                    handled.add(events);
                },
                ALWAYS_WELL,
                first,
                second);

        assertThat(handled).containsExactly(List.of(first, second));
        assertThat(broker.history()).isEmpty();
    }

    @Test
    void closed_while_it_waits_it_lets_the_records_go() {
        List<EventBatches<?>> batches = new ArrayList<>();
        BooleanSupplier illUntilClosed = () -> {
            batches.forEach(EventBatches::close);
            return false;
        };
        batches.add(batches(allBut(first), illUntilClosed));

        assertThatThrownBy(() -> batches.get(0).accept(List.of(Feedbacks.recordOf(first))))
                .isInstanceOf(CancellationException.class);
        assertThat(broker.history()).isEmpty();
    }

    @Test
    void interrupted_while_it_waits_it_lets_the_records_go_and_stays_interrupted() {
        BooleanSupplier illAndInterrupting = () -> {
            Thread.currentThread().interrupt();
            return false;
        };

        assertThatThrownBy(() -> accept(allBut(first), illAndInterrupting, first))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(broker.history()).isEmpty();
    }

    @Test
    void a_dead_letter_that_is_refused_is_tried_until_it_is_taken() {
        broker = refusing(2, new TimeoutException("no metadata yet"));

        accept(allBut(first), ALWAYS_WELL, first);

        assertThat(header(onlyDeadLetter(), "ce_id")).isEqualTo(first.id().toString());
    }

    @Test
    void a_dead_letter_that_is_too_large_goes_without_its_bytes_rather_than_hold_up_the_partition() {
        broker = refusing(1, new RecordTooLargeException("too large"));

        accept(allBut(first), ALWAYS_WELL, first);

        assertThat(onlyDeadLetter().value()).isNull();
        assertThat(header(onlyDeadLetter(), DeadLetterPublisher.REASON)).endsWith("; too large to be kept here");
        assertThat(header(onlyDeadLetter(), DeadLetterPublisher.SOURCE_OFFSET)).isEqualTo("4711");
    }

    @SafeVarargs
    private void accept(
            EventHandler<FeedbackReceived> handler, BooleanSupplier well, Event<FeedbackReceived>... events) {
        batches(handler, well)
                .accept(List.of(events).stream().map(Feedbacks::recordOf).toList());
    }

    private EventBatches<FeedbackReceived> batches(EventHandler<FeedbackReceived> handler, BooleanSupplier well) {
        var deadLetters = new DeadLetterPublisher(new EventPublisher(broker), "crm-service", NOON);
        return new EventBatches<>(EventType.FEEDBACK_RECEIVED, handler, deadLetters, well);
    }

    private EventHandler<FeedbackReceived> allBut(Event<FeedbackReceived> bad) {
        return events -> {
            if (events.contains(bad)) {
                throw new IllegalStateException("cannot handle this one");
            }
            handled.add(events);
        };
    }

    private static MockProducer<byte[], byte[]> refusing(int times, RuntimeException refusal) {
        return new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer()) {
            private int refused;

            @Override
            public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record, Callback callback) {
                if (refused++ < times) {
                    throw refusal;
                }
                return super.send(record, callback);
            }
        };
    }

    private ProducerRecord<byte[], byte[]> onlyDeadLetter() {
        assertThat(broker.history()).hasSize(1);
        return broker.history().get(0);
    }

    private static String header(ProducerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
