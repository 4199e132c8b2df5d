package org.feedbackloop.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.qute.Engine;
import jakarta.mail.Session;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.FollowUpId;
import org.feedbackloop.event.v1.FollowUpOutcome;
import org.feedbackloop.event.v1.FollowUpRequested;
import org.feedbackloop.event.v1.FollowUpResult;
import org.feedbackloop.local.TestStack;
import org.feedbackloop.notification.Asked;
import org.feedbackloop.notification.OwnTables;
import org.feedbackloop.notification.followup.FollowUpPlanning;
import org.feedbackloop.notification.followup.FollowUps;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of follow-ups when mail servers, the database and other processes behave as they do in the world. */
class MailroomComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration LEASE = Duration.ofSeconds(3);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final OwnTables tables = OwnTables.in(TestStack.attach(), "mailroom");
    private final List<FollowUpOutcome> outcomes = new CopyOnWriteArrayList<>();
    private final List<AutoCloseable> opened = new ArrayList<>();
    private final FakeSmtpServer server = open(FakeSmtpServer.start());

    @AfterEach
    void closeAll() throws Exception {
        for (int i = opened.size() - 1; i >= 0; i--) {
            opened.get(i).close();
        }
        tables.close();
    }

    @Test
    void a_follow_up_is_sent_once_and_noted_with_its_outcome() {
        Event<FollowUpRequested> asked = planned(Asked.toAcknowledge());

        mailroom();

        awaitState("sent", asked);
        assertThat(server.taken()).singleElement().asString().contains("Message-ID: " + messageId(asked));
        // Told once it is written down.
        await().untilAsserted(() -> assertThat(outcomes).singleElement().satisfies(outcome -> {
            assertThat(outcome.result()).isEqualTo(FollowUpResult.SENT);
            assertThat(outcome.messageId()).isEqualTo(messageId(asked));
        }));
        assertThat(tables.number("SELECT count(*) FROM outbox")).isOne();
    }

    @Test
    void a_mail_that_was_taken_while_the_database_was_away_is_not_sent_again() {
        server.beforeTaking(tables.wire()::cut);
        Event<FollowUpRequested> asked = planned(Asked.toAcknowledge());

        mailroom();
        await().until(() -> server.taken().size() == 1);
        // Much longer than the lease, and another process is waiting to take over.
        await().pollDelay(LEASE.multipliedBy(2)).until(() -> true);
        mailroom();
        tables.wire().mend();

        awaitState("sent", asked);
        assertThat(server.taken()).hasSize(1);
        assertThat(attempts(asked)).isOne();
    }

    @Test
    void what_a_dead_process_held_is_sent_by_the_next_with_the_same_message_id() {
        Event<FollowUpRequested> asked = planned(Asked.toAcknowledge());
        tables.execute(
                "UPDATE follow_up SET state = 'sending', attempts = 1, next_attempt_at = now() + interval '300 ms'");

        mailroom();

        awaitState("sent", asked);
        assertThat(server.taken()).singleElement().asString().contains("Message-ID: " + messageId(asked));
        assertThat(tables.number("SELECT lapses FROM follow_up")).isOne();
        assertThat(attempts(asked)).isEqualTo(2);
    }

    @Test
    void a_mail_that_takes_longer_than_a_lease_is_not_taken_over() {
        server.beforeTaking(() -> await().pollDelay(LEASE.multipliedBy(2)).until(() -> true));
        Event<FollowUpRequested> asked = planned(Asked.toAcknowledge());

        mailroom();
        mailroom();

        awaitState("sent", asked);
        assertThat(server.taken()).hasSize(1);
        assertThat(attempts(asked)).isOne();
    }

    @Test
    void a_mailbox_that_does_not_exist_is_a_failure_at_once() {
        server.answeringRecipients("550 5.1.1 <ada@example.org> unknown");
        Event<FollowUpRequested> asked = planned(Asked.toAcknowledge());

        mailroom();

        awaitState("failed", asked);
        assertThat(attempts(asked)).isOne();
        // Told once it is written down.
        await().untilAsserted(() -> assertThat(outcomes).singleElement().satisfies(outcome -> {
            assertThat(outcome.result()).isEqualTo(FollowUpResult.FAILED);
            assertThat(outcome.reason()).isEqualTo("the mail server refused the recipient: 550 5.1.1");
        }));
    }

    @Test
    void a_server_that_is_busy_is_asked_again() {
        server.answeringRecipients("451 4.3.0 later", "450 4.2.0 later");
        Event<FollowUpRequested> asked = planned(Asked.toAcknowledge());

        mailroom();

        awaitState("sent", asked);
        assertThat(server.taken()).hasSize(1);
        assertThat(attempts(asked)).isEqualTo(3);
    }

    @Test
    void a_server_that_is_away_is_awaited() throws IOException {
        int port = server.port();
        server.close();
        Event<FollowUpRequested> asked = planned(Asked.toAcknowledge());
        mailroomSendingTo(port, manyPauses());
        await().until(() -> attempts(asked) >= 2);

        FakeSmtpServer back = open(FakeSmtpServer.startAt(port));

        awaitState("sent", asked);
        assertThat(back.taken()).hasSize(1);
    }

    @Test
    void a_server_that_does_not_want_to_talk_to_us_is_no_reason_to_give_a_customer_up() {
        server.greeting("554 we do not know you");
        Event<FollowUpRequested> asked = planned(Asked.toAcknowledge());
        mailroomSendingTo(server.port(), manyPauses());
        await().until(() -> attempts(asked) >= 2);

        server.greeting("220 welcome");

        awaitState("sent", asked);
    }

    @Test
    void after_the_last_attempt_it_is_given_up_and_said_so() {
        server.answeringRecipients("450 no", "450 no", "450 4.2.2 no");
        Event<FollowUpRequested> asked = planned(Asked.toAcknowledge());

        mailroomSendingTo(server.port(), List.of(PAUSE, PAUSE));

        awaitState("failed", asked);
        assertThat(server.taken()).isEmpty();
        await().untilAsserted(() -> assertThat(outcomes)
                .singleElement()
                .extracting(FollowUpOutcome::reason)
                .asString()
                .contains("given up after 3 attempts", "450 4.2.2"));
    }

    @Test
    void what_is_being_sent_when_we_are_asked_to_stop_is_sent_and_noted() {
        Event<FollowUpRequested> asked = planned(Asked.toAcknowledge());
        Mailroom mailroom = mailroom();
        await().until(() -> !"planned".equals(state(asked)));

        mailroom.close();

        assertThat(state(asked)).isEqualTo("sent");
        assertThat(server.taken()).hasSize(1);
    }

    @Test
    void an_answer_hangs_below_its_acknowledgement() {
        Event<FollowUpRequested> acknowledged = planned(Asked.toAcknowledge());
        Event<FollowUpRequested> answered = planned(
                Asked.toAnswer("Here you are.").about(acknowledged.data().feedbackId()));

        mailroom();

        awaitState("sent", acknowledged);
        awaitState("sent", answered);
        assertThat(server.taken())
                .filteredOn(mail -> mail.contains("Message-ID: " + messageId(answered)))
                .singleElement()
                .asString()
                .contains("In-Reply-To: " + messageId(acknowledged), "References: " + messageId(acknowledged));
    }

    private Event<FollowUpRequested> planned(Asked asked) {
        Event<FollowUpRequested> request = asked.event();
        new FollowUpPlanning(tables.direct(), Clock.systemUTC(), outcome -> {}, () -> {}).handle(List.of(request));
        return request;
    }

    private Mailroom mailroom() {
        return mailroomSendingTo(server.port(), manyPauses());
    }

    private static List<Duration> manyPauses() {
        return Stream.generate(() -> PAUSE).limit(200).toList();
    }

    /** Each is as good as a process of its own: they share nothing but the database. */
    private Mailroom mailroomSendingTo(int port, List<Duration> pauses) {
        Clock clock = Clock.systemUTC();
        FollowUps followUps = new FollowUps(tables.throughWire(), clock, outcomes::add);
        Properties settings = new Properties();
        settings.setProperty("mail.transport.protocol", "smtp");
        settings.setProperty("mail.smtp.host", "127.0.0.1");
        settings.setProperty("mail.smtp.port", Integer.toString(port));
        Session session = Session.getInstance(settings);
        List<Courier> couriers =
                Stream.<Courier>generate(() -> courier(session, clock)).limit(2).toList();
        Mailroom mailroom = open(new Mailroom(followUps, couriers, new Backoff(pauses), LEASE, clock));
        mailroom.start();
        return mailroom;
    }

    private static Courier courier(Session session, Clock clock) {
        Engine engine = Engine.builder().addDefaults().build();
        return new LetterSender(
                new Letterhead("care@example.org", "care@example.org", "example.org"),
                engine.parse("plain"),
                engine.parse("html"),
                session,
                clock);
    }

    private void awaitState(String state, Event<FollowUpRequested> asked) {
        await().until(() -> state.equals(state(asked)));
    }

    private String state(Event<FollowUpRequested> asked) {
        return tables.value("SELECT state FROM follow_up WHERE id = '" + id(asked) + "'");
    }

    private int attempts(Event<FollowUpRequested> asked) {
        return tables.number("SELECT attempts FROM follow_up WHERE id = '" + id(asked) + "'");
    }

    private static FollowUpId id(Event<FollowUpRequested> asked) {
        return asked.data().followUpId();
    }

    private static String messageId(Event<FollowUpRequested> asked) {
        return "<" + id(asked) + "@example.org>";
    }

    private <T extends AutoCloseable> T open(T closeable) {
        opened.add(closeable);
        return closeable;
    }

    /** A machine may be busy with other things; nothing waits this long unless it is broken. */
    private static ConditionFactory await() {
        return Awaitility.await().atMost(LIMIT);
    }
}
