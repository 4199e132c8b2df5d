package org.feedbackloop.journey.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.feedbackloop.event.CloudEvents;
import org.feedbackloop.event.Topics;
import org.feedbackloop.local.Database;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who knows JDBC would write in an afternoon to do what crm-service does with a routed feedback: inbox,
 * customer, contact point, stage and its history, timeline, case, outbox; 100 events a transaction, four threads, statements
 * batched. It has no dead letters, no core that one could test, and trusts its input.
 */
final class HandWrittenCrm {

    private static final int THREADS = 4;
    private static final int EVENTS_A_TRANSACTION = 100;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String broker;
    private final String jdbcUrl;
    private final String group;

    private HandWrittenCrm(String broker, String jdbcUrl, String group) {
        this.broker = broker;
        this.jdbcUrl = jdbcUrl;
        this.group = group;
    }

    public static void main(String[] args) {
        HandWrittenCrm crm = new HandWrittenCrm(args[0], args[1] + "?reWriteBatchedInserts=true", args[2]);
        for (int i = 0; i < THREADS; i++) {
            new Thread(crm::consume).start();
        }
    }

    private void consume() {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker,
                ConsumerConfig.GROUP_ID_CONFIG, group,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG, EVENTS_A_TRANSACTION);
        var bytes = new ByteArrayDeserializer();
        try (var consumer = new KafkaConsumer<>(settings, bytes, bytes);
                var database = DriverManager.getConnection(jdbcUrl, "crm", Database.PASSWORD)) {
            database.setAutoCommit(false);
            consumer.subscribe(List.of(Topics.FEEDBACK_ROUTED));
            while (true) {
                List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
                if (!records.isEmpty()) {
                    apply(records, database);
                    database.commit();
                    consumer.commitSync();
                }
            }
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void apply(List<ConsumerRecord<byte[], byte[]>> records, Connection database) throws Exception {
        List<Said> said = unseen(records, database);
        Map<String, UUID> customers = customersOf(said, database);
        Map<UUID, String> relationships = relationshipsOf(customers.values(), database);
        try (var customer = database.prepareStatement(
                        "INSERT INTO customer (id, name, language, since) VALUES (?, ?, ?, ?)");
                var contact = database.prepareStatement(
                        "INSERT INTO contact_point (kind, value, customer_id) VALUES ('email', ?, ?)");
                var change = database.prepareStatement(
                        "INSERT INTO stage_change (id, customer_id, model, from_stage, to_stage, direction, rule, cause, happened_at)"
                                + " VALUES (?, ?, ?, ?, ?, 'up', ?, ?, ?)");
                var stage = database.prepareStatement(
                        "INSERT INTO stage (customer_id, model, stage, since) VALUES (?, ?, ?, ?)"
                                + " ON CONFLICT (customer_id, model) DO UPDATE SET stage = excluded.stage, since = excluded.since");
                var timeline = database.prepareStatement(
                        "INSERT INTO timeline_entry (id, customer_id, kind, happened_at, recorded_at, correlation, causation, case_id,"
                                + " detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)");
                var opened = database.prepareStatement(
                        "INSERT INTO customer_case (id, customer_id, feedback_id, type, category, queue, priority, language, excerpt,"
                                + " customer_name, reply_kind, reply_value, opened_at, due_at, status, last_event)"
                                + " VALUES (?, ?, ?, ?, ?, ?, 2, ?, ?, ?, 'email', ?, ?, ?, 'open', ?)");
                var outbox = database.prepareStatement(
                        "INSERT INTO outbox (event_id, topic, key, headers, data) VALUES (?, ?, ?, ?, ?)")) {
            Writer writer = new Writer(change, stage, timeline, outbox);
            for (Said one : said) {
                UUID id = customers.get(one.email());
                if (id == null) {
                    id = UUID.nameUUIDFromBytes(one.email().getBytes(StandardCharsets.UTF_8));
                    customers.put(one.email(), id);
                    add(customer, id, one.name(), one.language(), Timestamp.from(one.at()));
                    add(contact, one.email(), id);
                    writer.publish(one, id, Topics.CUSTOMER_CHANGED, "{\"change\":\"created\"}");
                    writer.entry(one, id, one.id(), "feedback", null, one.data().toString());
                    writer.move(one, id, "lifecycle", null, "potential", "first-heard");
                    writer.move(one, id, "relationship", null, "awareness", "first-heard");
                    relationships.put(id, "awareness");
                } else {
                    writer.entry(one, id, one.id(), "feedback", null, one.data().toString());
                    if ("awareness".equals(relationships.get(id))) {
                        writer.move(one, id, "relationship", "awareness", "exploration", "came-back");
                        relationships.put(id, "exploration");
                    }
                }
                UUID caseId = UUID.randomUUID();
                UUID openedEvent = writer.publish(one, id, Topics.CASE_CHANGED, one.summary("case", caseId));
                add(
                        opened,
                        caseId,
                        id,
                        one.feedbackId(),
                        one.data().path("type").asText(),
                        one.data().path("category").asText(),
                        one.data().path("queue").asText(),
                        one.language(),
                        one.text(),
                        one.name(),
                        one.email(),
                        Timestamp.from(one.at()),
                        Timestamp.from(one.at().plusSeconds(86_400)),
                        openedEvent);
                writer.entry(one, id, openedEvent, "case-opened", caseId, "{\"queue\":\"lighting\"}");
                UUID followUp = writer.publish(one, id, Topics.FOLLOWUP_REQUESTED, one.summary("followUp", caseId));
                writer.entry(one, id, followUp, "follow-up-requested", caseId, "{\"purpose\":\"acknowledgement\"}");
            }
            for (PreparedStatement statement : List.of(customer, contact, change, stage, opened, timeline, outbox)) {
                statement.executeBatch();
            }
        }
    }

    /** Writes down who was seen; whoever was seen before comes back with nothing. */
    private static List<Said> unseen(List<ConsumerRecord<byte[], byte[]>> records, Connection database)
            throws Exception {
        List<Said> all = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            all.add(Said.of(record));
        }
        Set<UUID> fresh = new HashSet<>();
        try (var claim = database.prepareStatement(
                "INSERT INTO inbox (event_id) SELECT unnest(?) ON CONFLICT DO NOTHING RETURNING event_id")) {
            claim.setArray(
                    1,
                    database.createArrayOf(
                            "uuid", all.stream().map(Said::id).sorted().toArray()));
            try (ResultSet rows = claim.executeQuery()) {
                while (rows.next()) {
                    fresh.add(rows.getObject(1, UUID.class));
                }
            }
        }
        return all.stream().filter(one -> fresh.remove(one.id())).toList();
    }

    private static Map<String, UUID> customersOf(List<Said> said, Connection database) throws SQLException {
        Map<String, UUID> customers = new HashMap<>();
        try (var select = database.prepareStatement(
                "SELECT value, customer_id FROM contact_point WHERE kind = 'email' AND value = ANY (?)")) {
            select.setArray(
                    1,
                    database.createArrayOf(
                            "text", said.stream().map(Said::email).toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    customers.put(rows.getString(1), rows.getObject(2, UUID.class));
                }
            }
        }
        return customers;
    }

    private static Map<UUID, String> relationshipsOf(Iterable<UUID> customers, Connection database)
            throws SQLException {
        List<UUID> ids = new ArrayList<>();
        customers.forEach(ids::add);
        Map<UUID, String> relationships = new HashMap<>();
        try (var select = database.prepareStatement(
                "SELECT customer_id, stage FROM stage WHERE model = 'relationship' AND customer_id = ANY (?)")) {
            select.setArray(1, database.createArrayOf("uuid", ids.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    relationships.put(rows.getObject(1, UUID.class), rows.getString(2));
                }
            }
        }
        return relationships;
    }

    private static void add(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }

    /** The rows that several steps write. */
    private record Writer(
            PreparedStatement change, PreparedStatement stage, PreparedStatement timeline, PreparedStatement outbox) {

        void move(Said one, UUID customer, String model, @Nullable String from, String to, String rule)
                throws SQLException {
            UUID event = publish(one, customer, Topics.CUSTOMER_CHANGED, one.summary(model, customer));
            Timestamp at = Timestamp.from(one.at());
            add(change, event, customer, model, from, to, rule, one.id(), at);
            add(stage, customer, model, to, at);
            entry(one, customer, event, "stage-changed", null, "{\"model\":\"" + model + "\",\"to\":\"" + to + "\"}");
        }

        void entry(Said one, UUID customer, UUID event, String kind, @Nullable UUID caseId, String detail)
                throws SQLException {
            Timestamp at = Timestamp.from(one.at());
            add(timeline, event, customer, kind, at, at, one.feedbackId(), one.id(), caseId, detail);
        }

        UUID publish(Said one, UUID customer, String topic, String data) throws SQLException {
            UUID event = UUID.randomUUID();
            String headers = String.join(
                    "\n",
                    CloudEvents.SPEC_VERSION + "=1.0",
                    CloudEvents.ID + "=" + event,
                    CloudEvents.SOURCE + "=/crm-service",
                    CloudEvents.TYPE + "=org.feedbackloop." + topic,
                    CloudEvents.TIME + "=" + one.at(),
                    CloudEvents.RECORDED_TIME + "=" + one.at(),
                    CloudEvents.SUBJECT + "=" + customer,
                    CloudEvents.CORRELATION_ID + "=" + one.feedbackId(),
                    CloudEvents.CAUSATION_ID + "=" + one.id());
            add(outbox, event, topic, customer.toString(), headers, data.getBytes(StandardCharsets.UTF_8));
            return event;
        }
    }

    /** One routed feedback, read without any checks. */
    private record Said(
            UUID id,
            UUID feedbackId,
            Instant at,
            String email,
            String name,
            String language,
            String text,
            JsonNode data) {

        static Said of(ConsumerRecord<byte[], byte[]> record) throws Exception {
            JsonNode data = JSON.readTree(record.value());
            JsonNode feedback = data.path("feedback");
            return new Said(
                    UUID.fromString(new String(
                            record.headers().lastHeader(CloudEvents.ID).value(), StandardCharsets.UTF_8)),
                    UUID.fromString(feedback.path("feedbackId").asText()),
                    Instant.parse(data.path("occurredAt").asText()),
                    feedback.path("contacts").path(0).path("value").asText(),
                    feedback.path("customerName").asText(),
                    data.path("language").asText(),
                    feedback.path("text").asText(),
                    data);
        }

        String summary(String what, UUID id) {
            return JSON.createObjectNode()
                    .put(what, id.toString())
                    .put("feedbackId", feedbackId.toString())
                    .put("language", language)
                    .put("excerpt", text)
                    .toString();
        }
    }
}
