package org.feedbackloop.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.feedbackloop.event.Topics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stack of its own, for these tests break its parts. */
class LocalStackComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    private static Path state;

    private static final Checkout CHECKOUT = Checkout.enclosingWorkingDirectory();
    private static final Ports PORTS = Ports.free();
    private static final BlockingQueue<String> DEATHS = new LinkedBlockingQueue<>();
    private static LocalStack stack;

    @BeforeAll
    static void start() {
        stack = LocalStack.in(state, CHECKOUT, PORTS, List.of(), new Progress() {
            @Override
            public void died(Part part) {
                DEATHS.add(part.name());
            }
        });
        stack.start();
    }

    @AfterAll
    static void close() {
        stack.close();
    }

    @Test
    void a_killed_broker_comes_back_with_its_records() throws Exception {
        TopicPartition partition = new TopicPartition(Topics.FEEDBACK_RECEIVED, 3);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", stack.broker().bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(partition.topic(), partition.partition(), null, "kept".getBytes(UTF_8)))
                    .get();
        }

        stack.broker().kill();
        assertThat(stack.broker().isRunning()).isFalse();
        stack.broker().start();
        stack.broker().awaitReady(LIMIT);

        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", stack.broker().bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            assertThat(consumer.endOffsets(List.of(partition))).containsEntry(partition, 1L);
        }
    }

    @Test
    void a_database_that_was_stopped_at_once_comes_back_with_its_rows() throws SQLException {
        execute("create table stopped as select 42 as answer");

        stack.database().stopAtOnce();
        stack.database().start();
        stack.database().awaitReady(LIMIT);

        assertThat(answerIn("stopped")).isEqualTo(42);
    }

    @Test
    void a_killed_database_comes_back_with_its_rows() throws SQLException {
        execute("create table killed as select 43 as answer");

        stack.database().kill();
        stack.database().start();
        stack.database().awaitReady(LIMIT);

        assertThat(answerIn("killed")).isEqualTo(43);
    }

    @Test
    void a_frozen_part_answers_nothing_until_it_is_thawed() {
        stack.database().freeze();
        assertThat(stack.database().answers()).isFalse();

        stack.database().thaw();
        stack.database().awaitReady(LIMIT);
    }

    @Test
    void a_part_that_dies_by_itself_is_reported_and_one_that_was_stopped_is_not() throws InterruptedException {
        stack.mail().stop();
        stack.mail().start();
        stack.mail().awaitReady(LIMIT);
        Signal.KILL.sendTo(stack.mail().pid().orElseThrow());

        assertThat(DEATHS.poll(LIMIT.toSeconds(), TimeUnit.SECONDS)).isEqualTo("mail");
        assertThat(DEATHS).isEmpty();

        stack.mail().start();
        stack.mail().awaitReady(LIMIT);
    }

    @Test
    void a_second_stack_is_refused_the_same_folder() {
        assertThatThrownBy(() -> LocalStack.in(state, CHECKOUT, Ports.free(), List.of(), Progress.SILENT))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining(state.toString());
    }

    @Test
    void taken_ports_are_named_with_who_needs_and_who_has_them(@TempDir Path other) {
        try (LocalStack second = LocalStack.in(other, CHECKOUT, PORTS, List.of(), Progress.SILENT)) {
            assertThatThrownBy(second::start)
                    .isInstanceOf(StackFailure.class)
                    .hasMessageContaining("Port " + PORTS.kafka() + ", which broker needs, is taken by process")
                    .hasMessageContaining("Port " + PORTS.smtp() + ", which mail needs, is taken")
                    .hasMessageContaining("process " + stack.mail().pid().orElseThrow());
            assertThat(second.parts()).noneMatch(Part::isRunning);
        }
    }

    @Test
    void a_service_that_was_not_built_is_named_before_anything_starts(@TempDir Path empty) {
        try (LocalStack unbuilt =
                LocalStack.in(empty, new Checkout(empty), Ports.free(), List.of(ServiceName.CRM), Progress.SILENT)) {
            assertThatThrownBy(unbuilt::start)
                    .isInstanceOf(StackFailure.class)
                    .hasMessageContaining("crm-service is not built");
        }
    }

    private static void execute(String statement) throws SQLException {
        try (Connection connection = connect()) {
            connection.createStatement().execute(statement);
        }
    }

    private static int answerIn(String table) throws SQLException {
        try (Connection connection = connect();
                ResultSet rows = connection.createStatement().executeQuery("select answer from " + table)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(stack.database().jdbcUrl("crm"), "crm", Database.PASSWORD);
    }
}
