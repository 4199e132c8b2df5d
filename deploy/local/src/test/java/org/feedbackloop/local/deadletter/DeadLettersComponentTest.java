package org.feedbackloop.local.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.feedbackloop.event.Topics;
import org.feedbackloop.local.StackFailure;
import org.feedbackloop.local.TestStack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeadLettersComponentTest {

    private static final String SOURCE = Topics.FEEDBACK_ROUTED;
    private static final String LETTERS = Topics.deadLetters(SOURCE, "crm-service");
    private static final TopicPartition SEVENTH = new TopicPartition(SOURCE, 7);

    private final String broker = TestStack.attach().bootstrapServers();
    private final DeadLetters deadLetters = new DeadLetters(broker);

    /** Neither text nor JSON, and larger than the services take. */
    private final byte[] poison = new byte[2_000_000];

    @BeforeEach
    void fill() {
        Arrays.fill(poison, (byte) 0xFE);
    }

    @AfterEach
    void give_back_what_is_left() {
        deadLetters.replay(LETTERS);
    }

    @Test
    void the_list_says_where_a_letter_came_from_and_why() throws Exception {
        write(letter("why", poison, "no JSON at byte 0"));

        assertThat(listed()).singleElement().satisfies(letter -> {
            assertThat(letter.partition().topic()).isEqualTo(LETTERS);
            assertThat(letter.sourceTopic()).contains(SOURCE);
            assertThat(letter.eventId()).contains("why");
            assertThat(letter.reason()).contains("no JSON at byte 0");
            assertThat(letter.failedAt()).isEqualTo("2026-01-02T03:04:05Z");
        });
    }

    @Test
    void a_replay_puts_back_bytes_key_headers_and_partition_as_they_first_were() throws Exception {
        long end = end(SEVENTH);
        write(letter("back", poison, "too large"));

        assertThat(deadLetters.replay(LETTERS)).isEqualTo(1);

        assertThat(readFrom(SEVENTH, end)).singleElement().satisfies(back -> {
            assertThat(back.key()).isEqualTo("customer".getBytes(UTF_8));
            assertThat(back.value()).isEqualTo(poison);
            assertThat(back.headers().toArray()).extracting(Header::key).containsExactly("ce_id", "traceparent");
        });
    }

    @Test
    void what_was_given_back_is_listed_no_more_and_what_comes_later_is() throws Exception {
        write(letter("first", poison, "broken"), letter("second", poison, "broken"));
        deadLetters.replay(LETTERS);
        assertThat(listed()).isEmpty();

        write(letter("third", poison, "broken"));

        assertThat(listed())
                .extracting(DeadLetter::eventId)
                .allSatisfy(id -> assertThat(id).contains("third"));
        assertThat(deadLetters.replay(LETTERS)).isEqualTo(1);
        assertThat(deadLetters.replay(LETTERS)).isZero();
    }

    @Test
    void a_record_without_value_or_event_id_is_a_letter_like_others() throws Exception {
        long end = end(SEVENTH);
        ProducerRecord<byte[], byte[]> bare = letter("gone", null, "no value");
        bare.headers().remove("ce_id");
        write(bare);

        assertThat(listed())
                .singleElement()
                .satisfies(letter -> assertThat(letter.eventId()).isEmpty());
        deadLetters.replay(LETTERS);
        assertThat(readFrom(SEVENTH, end))
                .singleElement()
                .satisfies(back -> assertThat(back.value()).isNull());
    }

    @Test
    void only_a_dead_letter_topic_can_be_replayed() {
        assertThatThrownBy(() -> deadLetters.replay(SOURCE))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining(SOURCE);
        assertThatThrownBy(() -> deadLetters.replay("no.such.v1.dlq"))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("no.such.v1.dlq");
    }

    private List<DeadLetter> listed() {
        List<DeadLetter> listed = new ArrayList<>();
        deadLetters.each(listed::add);
        return listed;
    }

    private static ProducerRecord<byte[], byte[]> letter(String eventId, byte[] value, String reason) {
        ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>(LETTERS, "customer".getBytes(UTF_8), value);
        Headers headers = letter.headers();
        headers.add("ce_id", eventId.getBytes(UTF_8));
        headers.add("traceparent", "00-trace-span-01".getBytes(UTF_8));
        headers.add("dlq-source-topic", SOURCE.getBytes(UTF_8));
        headers.add("dlq-source-partition", "7".getBytes(UTF_8));
        headers.add("dlq-source-offset", "41".getBytes(UTF_8));
        headers.add("dlq-service", "crm-service".getBytes(UTF_8));
        headers.add("dlq-reason", reason.getBytes(UTF_8));
        headers.add("dlq-failed-at", "2026-01-02T03:04:05Z".getBytes(UTF_8));
        return letter;
    }

    @SafeVarargs
    private void write(ProducerRecord<byte[], byte[]>... letters) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker, "max.request.size", 4_000_000);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (ProducerRecord<byte[], byte[]> letter : letters) {
                producer.send(letter).get();
            }
        }
    }

    private long end(TopicPartition partition) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            return consumer.endOffsets(List.of(partition)).get(partition);
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> readFrom(TopicPartition partition, long offset) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            consumer.assign(List.of(partition));
            consumer.seek(partition, offset);
            List<ConsumerRecord<byte[], byte[]>> read = new ArrayList<>();
            while (consumer.position(partition)
                    < consumer.endOffsets(List.of(partition)).get(partition)) {
                read.addAll(consumer.poll(Duration.ofSeconds(1)).records(partition));
            }
            return read;
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
