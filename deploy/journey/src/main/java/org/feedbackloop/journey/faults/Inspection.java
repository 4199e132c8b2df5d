package org.feedbackloop.journey.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.feedbackloop.event.CloudEvents;
import org.feedbackloop.event.CustomerId;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.EventId;
import org.feedbackloop.event.EventType;
import org.feedbackloop.event.FeedbackId;
import org.feedbackloop.event.FollowUpId;
import org.feedbackloop.event.Topics;
import org.feedbackloop.event.WireMessage;
import org.feedbackloop.event.v1.FeedbackReceived;
import org.feedbackloop.journey.faults.check.Evidence;
import org.feedbackloop.journey.faults.check.Evidence.Carried;
import org.feedbackloop.journey.faults.check.Evidence.Entry;
import org.feedbackloop.journey.faults.check.Evidence.FollowUp;
import org.feedbackloop.journey.faults.check.Evidence.Letter;
import org.feedbackloop.journey.faults.check.Evidence.Published;
import org.feedbackloop.journey.faults.ledger.Account;
import org.feedbackloop.journey.faults.ledger.Post;
import org.feedbackloop.local.Mail;
import org.feedbackloop.local.Mailbox;
import org.feedbackloop.local.TopicReader;

/** Reads every topic to its end, the tables and the mailbox. */
final class Inspection {

    private final TopicReader topics;
    private final Tables crm;
    private final Tables notification;
    private final Mailbox mailbox;

    Inspection(TopicReader topics, Tables crm, Tables notification, Mailbox mailbox) {
        this.topics = topics;
        this.crm = crm;
        this.notification = notification;
        this.mailbox = mailbox;
    }

    Evidence gather(List<Account> accounts, Duration settledIn, List<String> deaths) throws SQLException {
        List<Published> published = new ArrayList<>();
        for (EventType<?> type : EventType.all()) {
            read(type)
                    .forEach(event -> published.add(new Published(
                            event.type().topic(), event.id(), event.correlationId(), event.causationId())));
        }
        return new Evidence(
                accounts,
                read(EventType.FEEDBACK_RECEIVED).stream()
                        .map(event -> carried(event, event.data(), false))
                        .toList(),
                read(EventType.FEEDBACK_ROUTED).stream()
                        .map(event -> carried(
                                event, event.data().feedback(), event.data().obligation() != null))
                        .toList(),
                published,
                timeline(),
                crm.query("SELECT feedback_id FROM customer_case", row -> new FeedbackId(id(row, "feedback_id"))),
                followUps(),
                mailbox.all().stream().map(Inspection::letter).toList(),
                deadLetters(),
                Map.of("crm", crm.count("outbox"), "notification", notification.count("outbox")),
                settledIn,
                deaths);
    }

    private List<Entry> timeline() throws SQLException {
        return crm.query(
                """
                SELECT customer_id, kind, correlation, causation, coalesce(detail->>'feedbackId', correlation::text) AS about
                FROM timeline_entry ORDER BY position
                """,
                row -> new Entry(
                        new CustomerId(id(row, "customer_id")),
                        row.getString("kind"),
                        FeedbackId.parse(row.getString("about")),
                        new FeedbackId(id(row, "correlation")),
                        new EventId(id(row, "causation"))));
    }

    private List<FollowUp> followUps() throws SQLException {
        return notification.query(
                "SELECT id, feedback_id, state, lapses FROM follow_up",
                row -> new FollowUp(
                        new FollowUpId(id(row, "id")),
                        new FeedbackId(id(row, "feedback_id")),
                        row.getString("state"),
                        row.getInt("lapses")));
    }

    private List<String> deadLetters() {
        List<String> letters = new ArrayList<>();
        for (String topic : Topics.allDeadLetters()) {
            topics.readToEnd(topic).forEach(record -> letters.add(topic + " " + headers(record)));
        }
        return letters;
    }

    private <T extends Record> List<Event<T>> read(EventType<T> type) {
        return topics.readToEnd(type.topic()).stream()
                .map(record -> CloudEvents.read(type, new WireMessage(key(record), headers(record), record.value())))
                .toList();
    }

    private static Carried carried(Event<?> event, FeedbackReceived said, boolean obliges) {
        return new Carried(event.partitionKey(), said.feedbackId(), Post.keyIn(said.text()), obliges);
    }

    private static Letter letter(Mail mail) {
        return new Letter(
                String.join(", ", mail.to()),
                mail.messageId(),
                mail.header("X-Feedback-Id").orElse("no feedback"));
    }

    private static String key(ConsumerRecord<byte[], byte[]> record) {
        return record.key() == null ? "" : new String(record.key(), UTF_8);
    }

    private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        record.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        return headers;
    }

    private static UUID id(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, UUID.class));
    }
}
