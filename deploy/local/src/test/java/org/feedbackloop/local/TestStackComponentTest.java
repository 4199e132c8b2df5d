package org.feedbackloop.local;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.feedbackloop.event.Topics;
import org.junit.jupiter.api.Test;

class TestStackComponentTest {

    private final TestStack stack = TestStack.attach();

    @Test
    void the_broker_has_every_topic_of_the_contract() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
            assertThat(admin.describeTopics(Topics.all()).allTopicNames().get().values())
                    .hasSize(Topics.all().size())
                    .allSatisfy(topic -> assertThat(topic.partitions()).hasSize(Topics.PARTITIONS));
        }
    }

    @Test
    void what_is_kept_for_ever_is_never_cleaned_up() throws ExecutionException, InterruptedException {
        ConfigResource rules = new ConfigResource(ConfigResource.Type.TOPIC, Topics.ROUTING_RULES);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
            Config settings = admin.describeConfigs(List.of(rules)).all().get().get(rules);

            assertThat(settings.get(TopicConfig.CLEANUP_POLICY_CONFIG).value()).isEqualTo("delete");
            assertThat(settings.get(TopicConfig.RETENTION_MS_CONFIG).value()).isEqualTo("-1");
            assertThat(settings.get(TopicConfig.RETENTION_BYTES_CONFIG).value()).isEqualTo("-1");
        }
    }

    @Test
    void each_service_that_keeps_anything_owns_a_database() throws SQLException {
        for (String name : new String[] {"crm", "notification"}) {
            try (Connection connection = DriverManager.getConnection(stack.jdbcUrl(name), name, Database.PASSWORD)) {
                assertThat(connection.createStatement().execute("create table mine (id int)"))
                        .isFalse();
            }
        }
    }

    @Test
    void a_mail_to_anybody_arrives() throws MessagingException {
        Properties settings = new Properties();
        settings.setProperty("mail.smtp.host", stack.mailHost());
        settings.setProperty("mail.smtp.port", Integer.toString(stack.smtpPort()));
        MimeMessage message = new MimeMessage(Session.getInstance(settings));
        message.setFrom(new InternetAddress("shop@example.org"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress("ada@example.org"));
        message.setSubject("Über Ihre Anfrage");
        message.setText("Danke, Ада!", "utf-8");
        message.setHeader("X-Feedback", "42");
        Transport.send(message);

        assertThat(stack.mailbox().to("ada@example.org"))
                .isEqualTo(stack.mailbox().all())
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.from()).isEqualTo("shop@example.org");
                    assertThat(mail.to()).containsExactly("ada@example.org");
                    assertThat(mail.subject()).isEqualTo("Über Ihre Anfrage");
                    assertThat(mail.text()).isEqualToIgnoringNewLines("Danke, Ада!");
                    assertThat(mail.header("x-feedback")).contains("42");
                    assertThat(mail.messageId()).startsWith("<").endsWith(">");
                });
    }

    @Test
    void a_second_attachment_finds_what_the_first_left() throws SQLException {
        try (Connection connection = DriverManager.getConnection(stack.jdbcUrl("crm"), "crm", Database.PASSWORD)) {
            connection.createStatement().execute("create table kept (id int)");
        }
        try (Connection connection =
                DriverManager.getConnection(TestStack.attach().jdbcUrl("crm"), "crm", Database.PASSWORD)) {
            assertThat(connection.createStatement().execute("select * from kept"))
                    .isTrue();
        }
    }
}
