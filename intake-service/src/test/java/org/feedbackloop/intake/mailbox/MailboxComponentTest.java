package org.feedbackloop.intake.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.feedbackloop.delivery.ReceivedRecords;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.EventType;
import org.feedbackloop.event.Topics;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.event.v1.FeedbackReceived;
import org.feedbackloop.event.v1.FeedbackRejected;
import org.feedbackloop.intake.Adapting;
import org.feedbackloop.intake.ApiKeysTestResource;
import org.feedbackloop.intake.access.Integration;
import org.feedbackloop.intake.channel.mail.RawMailAdapter;
import org.feedbackloop.intake.mailbox.MailboxConfig.Account;
import org.feedbackloop.intake.mailbox.MailboxConfig.Security;
import org.feedbackloop.intake.mailbox.MailboxRelay.Outcome;
import org.feedbackloop.intake.publish.ContactHash;
import org.feedbackloop.intake.publish.Intake;
import org.feedbackloop.intake.publish.KnownBodies;
import org.feedbackloop.intake.publish.Tally;
import org.feedbackloop.local.StackTestResource;
import org.feedbackloop.local.TestStack;
import org.feedbackloop.local.TopicReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mails on a real server, a real broker, and a connection between that breaks where it hurts. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
@QuarkusTestResource(ApiKeysTestResource.class)
@QuarkusTestResource(MailboxTestResource.class)
class MailboxComponentTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    Intake intake;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    /** Of this test alone, so that it finds its own mails. */
    private final String word =
            "w" + new BigInteger(UUID.randomUUID().toString().replace("-", ""), 16).toString(36);

    private final String address = word + "@acme.example";
    private ImapGate gate;

    /** Other tests fill the topics with very much else. */
    private final Instant begun = Instant.now();

    @BeforeEach
    void leadToTheServer() throws IOException {
        gate = ImapGate.to(TestStack.attach().imapPort());
    }

    @AfterEach
    void close() throws IOException {
        gate.close();
    }

    @Test
    void the_service_takes_each_mail_once() throws Exception {
        send(MailboxTestResource.ADDRESS, mail("1", "first"));
        await().atMost(SOON).untilAsserted(() -> assertThat(texts()).hasSize(1));

        // It is looked for in the same order: when the second is there, the first has been passed over.
        send(MailboxTestResource.ADDRESS, mail("2", "second"));
        await().atMost(SOON).untilAsserted(() -> assertThat(texts()).hasSizeGreaterThan(1));

        assertThat(texts()).containsExactlyInAnyOrder(word + " first", word + " second");
        FeedbackReceived first = feedback().get(0).data();
        assertThat(first.channel()).isEqualTo(Channel.EMAIL);
        assertThat(first.integration()).isEqualTo("care");
        assertThat(first.brand()).isEqualTo("acme");
    }

    @Test
    void a_mail_that_was_kept_but_not_marked_is_taken_again_under_the_same_id() throws Exception {
        send(address, mail("1", "hello"));
        gate.breakAt("STORE");
        assertThat(relay().look()).isEqualTo(Outcome.FAILED);
        assertThat(feedback()).hasSize(1);

        // One that knows nothing of the first, as after a restart.
        assertThat(relay().look()).isEqualTo(Outcome.DONE);

        assertThat(feedback()).hasSize(2);
        assertThat(feedback().stream().map(Event::id).distinct()).hasSize(1);
        assertThat(relay().look()).isEqualTo(Outcome.DONE);
        assertThat(feedback()).hasSize(2);
    }

    @Test
    void a_mail_at_which_the_connection_breaks_lets_the_next_one_go_before() throws Exception {
        send(address, mail("1", "first"));
        send(address, mail("2", "second"));
        MailboxRelay relay = relay();
        gate.breakAt("BODY.PEEK[]");
        assertThat(relay.look()).isEqualTo(Outcome.FAILED);

        gate.breakAt("FETCH 1 (BODY.PEEK[]");
        assertThat(relay.look()).isEqualTo(Outcome.FAILED);
        assertThat(texts()).containsExactly(word + " second");

        assertThat(relay.look()).isEqualTo(Outcome.DONE);
        assertThat(texts()).containsExactlyInAnyOrder(word + " first", word + " second");
    }

    @Test
    void what_is_no_feedback_is_kept_with_its_reason_and_the_next_is_taken() throws Exception {
        send(address, "X-Word: " + word + "\r\nAuto-Submitted: auto-replied\r\n\r\nI am away.");
        send(address, "X-Word: " + word + "\r\n\r\n" + "x".repeat(20_000));
        send(address, mail("3", "third"));

        assertThat(relay().look()).isEqualTo(Outcome.MORE);

        assertThat(texts()).containsExactly(word + " third");
        assertThat(rejected().stream().map(FeedbackRejected::reason))
                .containsExactlyInAnyOrder("auto-reply", "too-large");
        assertThat(relay().look()).isEqualTo(Outcome.DONE);
        assertThat(rejected()).hasSize(2);
    }

    @Test
    void what_one_look_does_not_take_is_left_for_the_next() throws Exception {
        for (int i = 0; i < 5; i++) {
            send(address, mail(Integer.toString(i), "number " + i));
        }

        assertThat(relay().look()).isEqualTo(Outcome.MORE);
        assertThat(texts()).hasSize(3);
        assertThat(relay().look()).isEqualTo(Outcome.DONE);

        assertThat(texts()).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void a_broker_that_does_not_acknowledge_is_waited_for() throws Exception {
        send(address, mail("1", "hello"));
        Intake away = new Intake(
                event -> CompletableFuture.failedFuture(new TimeoutException("no acknowledgement")),
                new ContactHash("secret"),
                new KnownBodies(),
                new Tally(new SimpleMeterRegistry()));
        assertThat(relay(away).look()).isEqualTo(Outcome.FAILED);

        assertThat(relay().look()).isEqualTo(Outcome.DONE);

        assertThat(texts()).containsExactly(word + " hello");
    }

    @Test
    void a_server_that_is_away_is_waited_for() throws Exception {
        send(address, mail("1", "hello"));
        MailboxRelay relay = relay();
        gate.shut();
        assertThat(relay.look()).isEqualTo(Outcome.FAILED);

        gate.reopen();

        assertThat(relay.look()).isEqualTo(Outcome.DONE);
        assertThat(texts()).containsExactly(word + " hello");
    }

    private MailboxRelay relay() {
        return relay(intake);
    }

    private MailboxRelay relay(Intake to) {
        return new MailboxRelay(
                new Integration("test", "acme", EnumSet.of(Channel.EMAIL)),
                new TestAccount(gate.port(), address),
                new RawMailAdapter(Adapting.NORMALISER),
                to,
                Clock.fixed(Adapting.NOW, ZoneOffset.UTC),
                new SimpleMeterRegistry());
    }

    private String mail(String id, String text) {
        return "From: Ada <ada@mail.example>\r\nMessage-ID: <" + id + word + "@mail.example>\r\n\r\n" + word + " "
                + text;
    }

    private static void send(String to, String mail) throws MessagingException {
        Properties settings = new Properties();
        settings.setProperty("mail.smtp.host", "127.0.0.1");
        settings.setProperty(
                "mail.smtp.port", Integer.toString(TestStack.attach().smtpPort()));
        Session session = Session.getInstance(settings);
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect();
            transport.sendMessage(
                    new MimeMessage(session, new ByteArrayInputStream(mail.getBytes(UTF_8))),
                    new Address[] {new InternetAddress(to)});
        }
    }

    private List<String> texts() {
        return feedback().stream().map(event -> event.data().text()).toList();
    }

    private List<Event<FeedbackReceived>> feedback() {
        return records(Topics.FEEDBACK_RECEIVED).stream()
                .map(record -> ReceivedRecords.read(EventType.FEEDBACK_RECEIVED, record))
                .filter(event -> event.data().text().contains(word))
                .toList();
    }

    private List<FeedbackRejected> rejected() {
        return records(Topics.FEEDBACK_REJECTED).stream()
                .map(record -> ReceivedRecords.read(EventType.FEEDBACK_REJECTED, record)
                        .data())
                .filter(rejected -> new String(rejected.original(), UTF_8).contains(word))
                .toList();
    }

    private List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        return new TopicReader(broker).readToEnd(topic, begun);
    }

    /** On the other side of the gate. Three mails in a look, none of more than 10,000 bytes. */
    private record TestAccount(int port, String user) implements Account {

        @Override
        public String host() {
            return "127.0.0.1";
        }

        @Override
        public Security security() {
            return Security.NONE;
        }

        @Override
        public String password() {
            return user;
        }

        @Override
        public String folder() {
            return "INBOX";
        }

        @Override
        public String brand() {
            return "acme";
        }

        @Override
        public Duration interval() {
            return Duration.ofSeconds(1);
        }

        @Override
        public int batch() {
            return 3;
        }

        @Override
        public MemorySize largest() {
            return new MemorySize(BigInteger.valueOf(10_000));
        }

        @Override
        public Duration timeout() {
            return Duration.ofSeconds(5);
        }
    }
}
