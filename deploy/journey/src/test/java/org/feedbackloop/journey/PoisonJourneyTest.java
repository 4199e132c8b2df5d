package org.feedbackloop.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.feedbackloop.event.CloudEvents;
import org.feedbackloop.event.Topics;
import org.feedbackloop.local.Database;
import org.feedbackloop.local.deadletter.DeadLetter;
import org.feedbackloop.local.deadletter.DeadLetters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no service can read harms nobody, and is kept until somebody has mended the cause. */
class PoisonJourneyTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final FeedbackLoop system = WholeSystem.fromOutside();
    private final String broker = WholeSystem.stack().addresses().bootstrapServers();
    private final DeadLetters deadLetters = new DeadLetters(broker);

    @ParameterizedTest(name = "on {0}")
    @CsvSource({
        "feedback.received.v1,  routing-service",
        "feedback.routed.v1,    crm-service",
        "followup.requested.v1, notification-service",
        "followup.outcome.v1,   crm-service",
    })
    void poison_is_kept_with_its_reason_and_its_neighbours_are_unharmed(String topic, String service) throws Exception {
        String email = service + topic.length() + "@example.org";
        List<Poison> poisons = poisons(topic);

        say(email, "Is this lamp in stock?");
        for (Poison poison : poisons) {
            put(topic, poison);
        }
        say(email, "And this one?");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(system.mailbox().to(email)).hasSize(2));
        for (Poison poison : poisons) {
            ConsumerRecord<byte[], byte[]> letter = await().atMost(PATIENCE)
                    .until(() -> letter(Topics.deadLetters(topic, service), poison), found -> found != null);
            assertThat(letter.value()).isEqualTo(poison.bytes());
            assertThat(header(letter, "dlq-reason")).contains(poison.reason());
            assertThat(header(letter, "dlq-source-topic")).isEqualTo(topic);
        }
        List<String> listed = new ArrayList<>();
        deadLetters.each(letter -> listed.add(letter.partition().topic()));
        assertThat(listed).contains(Topics.deadLetters(topic, service));
    }

    @Test
    void what_failed_for_a_broken_table_is_replayed_after_the_table_was_mended() throws Exception {
        String email = "after.the.fix@example.org";
        sql("ALTER TABLE customer_case RENAME TO customer_case_away");
        String id;
        try {
            id = say(email, "Is this lamp in stock?");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(listedFor(id))
                            .singleElement()
                            .satisfies(letter -> assertThat(letter.reason())
                                    .hasValueSatisfying(
                                            reason -> assertThat(reason).contains("42P01"))));
        } finally {
            sql("ALTER TABLE customer_case_away RENAME TO customer_case");
        }
        assertThat(system.customer(email).isMissingNode()).isTrue();

        deadLetters.replay(Topics.deadLetters(Topics.FEEDBACK_ROUTED, "crm-service"));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(system.mailbox().to(email)).hasSize(1));
        assertThat(listedFor(id)).isEmpty();
    }

    /** A dead letter is listed with its own id; the routed event's is not known here, so it is found by its correlation. */
    private List<DeadLetter> listedFor(String feedbackId) {
        List<String> eventIds =
                system.topics().readToEnd(Topics.deadLetters(Topics.FEEDBACK_ROUTED, "crm-service")).stream()
                        .filter(record -> feedbackId.equals(header(record, CloudEvents.CORRELATION_ID)))
                        .map(record -> header(record, CloudEvents.ID))
                        .toList();
        List<DeadLetter> listed = new ArrayList<>();
        deadLetters.each(letter -> {
            if (letter.eventId().filter(eventIds::contains).isPresent()) {
                listed.add(letter);
            }
        });
        return listed;
    }

    private String say(String email, String text) {
        var answer = system.post(
                "/v1/feedback",
                "application/json",
                "{\"channel\":\"web-form\",\"text\":\"" + text + "\",\"customer\":{\"email\":\"" + email + "\"}}",
                UUID.randomUUID().toString());
        assertThat(answer.statusCode()).isEqualTo(202);
        return FeedbackLoop.json(answer.body()).path("feedbackId").asText();
    }

    private static List<Poison> poisons(String topic) {
        String type = "org.feedbackloop." + topic;
        return List.of(
                new Poison(headers(type), "this is no JSON".getBytes(UTF_8), "not JSON"),
                new Poison(headers(type), "{\"some\":\"thing\"}".getBytes(UTF_8), "does not follow"),
                new Poison(headers(type.replace(".v1", ".v9")), "{}".getBytes(UTF_8), "expected " + type),
                new Poison(headers(type), new byte[2 * 1024 * 1024], "not JSON"),
                new Poison(Map.of(), "{}".getBytes(UTF_8), "is missing"));
    }

    private static Map<String, String> headers(String type) {
        String id = UUID.randomUUID().toString();
        return Map.ofEntries(
                Map.entry(CloudEvents.SPEC_VERSION, "1.0"),
                Map.entry(CloudEvents.ID, id),
                Map.entry(CloudEvents.SOURCE, "/somebody"),
                Map.entry(CloudEvents.TYPE, type),
                Map.entry(CloudEvents.TIME, "2026-11-23T12:00:00Z"),
                Map.entry(CloudEvents.RECORDED_TIME, "2026-11-23T12:00:00Z"),
                Map.entry(CloudEvents.SUBJECT, id),
                Map.entry(CloudEvents.CORRELATION_ID, id),
                Map.entry(CloudEvents.CAUSATION_ID, id),
                Map.entry(CloudEvents.PARTITION_KEY, "poison"),
                Map.entry(CloudEvents.CONTENT_TYPE, "application/json"));
    }

    private void put(String topic, Poison poison) throws Exception {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                broker,
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                4 * 1024 * 1024);
        var bytes = new ByteArraySerializer();
        try (var producer = new KafkaProducer<>(settings, bytes, bytes)) {
            var record = new ProducerRecord<>(topic, "poison".getBytes(UTF_8), poison.bytes());
            record.headers().add("test-id", poison.id().getBytes(UTF_8));
            poison.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
            producer.send(record).get();
        }
    }

    private ConsumerRecord<byte[], byte[]> letter(String deadLetterTopic, Poison poison) {
        return system.topics().readToEnd(deadLetterTopic).stream()
                .filter(record -> poison.id().equals(header(record, "test-id")))
                .findFirst()
                .orElse(null);
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }

    private static void sql(String statement) throws SQLException {
        String url = WholeSystem.stack().database().jdbcUrl("crm");
        try (Connection connection = DriverManager.getConnection(url, "crm", Database.PASSWORD);
                Statement executed = connection.createStatement()) {
            executed.execute(statement);
        }
    }

    /** Bytes that no service can use, and a word of the reason that it must give. */
    private record Poison(String id, Map<String, String> headers, byte[] bytes, String reason) {
        Poison(Map<String, String> headers, byte[] bytes, String reason) {
            this(UUID.randomUUID().toString(), headers, bytes, reason);
        }
    }
}
