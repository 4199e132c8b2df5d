package org.feedbackloop.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedbackloop.crm.Heard.NOON;
import static org.feedbackloop.crm.Heard.aComplaint;
import static org.feedbackloop.crm.Heard.aQuestion;
import static org.feedbackloop.crm.Heard.praise;
import static org.feedbackloop.crm.Heard.theWord;
import static org.feedbackloop.crm.Patience.await;
import static org.feedbackloop.crm.RunningCrm.outcome;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.feedbackloop.delivery.EventPublisher;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.Topics;
import org.feedbackloop.event.v1.ConsentWord;
import org.feedbackloop.event.v1.ContactKind;
import org.feedbackloop.event.v1.FeedbackRouted;
import org.feedbackloop.event.v1.FollowUpPurpose;
import org.feedbackloop.event.v1.FollowUpResult;
import org.feedbackloop.local.StackTestResource;
import org.feedbackloop.local.TestStack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The service once more, as it was packaged, with an empty database and in a group that has read nothing yet: what it makes
 * of the topics is held against what the first has made of them.
 */
@QuarkusTest
@QuarkusTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "crm"))
class RebuildComponentTest {

    private static final String FIRST_LIFE = "public";
    private static final String SECOND_LIFE = "rebuilt";

    private static final Path PACKAGED = Path.of("target", "quarkus-app", "quarkus-run.jar");

    /** What came in by REST, or follows from it: see the decision on what a rebuild gives back. */
    private static final String FROM_CONSULTANTS =
            "kind IN ('case-answered', 'case-reclassified', 'case-reopened') OR detail->>'purpose' = 'answer' AND kind = 'follow-up-requested'";

    @Inject
    EventPublisher publisher;

    @Inject
    DataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    private RunningCrm crm;

    @BeforeEach
    void connect() {
        crm = new RunningCrm(publisher, broker);
    }

    @Test
    void a_replay_into_an_empty_database_gives_the_same_customers_stages_timeline_and_cases() throws Exception {
        Event<FeedbackRouted> complaint = aComplaint().from("r-ada@example.org").routed();
        Event<FeedbackRouted> thanks = praise().from("r-ada@example.org")
                .by(ContactKind.PHONE, "+447700900100")
                .at(NOON.plusSeconds(600))
                .routed();
        Event<FeedbackRouted> question = aQuestion().from("r-ben@example.org").routed();
        Event<FeedbackRouted> hardToReach =
                aComplaint().from("r-cleo@example.org").routed();
        Event<FeedbackRouted> nobodyNamed = aComplaint().routed();
        Event<FeedbackRouted> stop =
                theWord(ConsentWord.STOP).by(ContactKind.PHONE, "+447700900101").routed();
        List<Event<FeedbackRouted>> heard = List.of(complaint, thanks, question, hardToReach, nobodyNamed, stop);
        crm.hears(heard.toArray(Event[]::new));
        crm.hears(
                outcome(crm.asked(complaint, FollowUpPurpose.ACKNOWLEDGEMENT), FollowUpResult.SENT),
                outcome(crm.asked(thanks, FollowUpPurpose.ACKNOWLEDGEMENT), FollowUpResult.SKIPPED));
        answered(question, "r-ben@example.org", FollowUpResult.SENT, "closed");
        answered(hardToReach, "r-cleo@example.org", FollowUpResult.FAILED, "open");
        await().untilAsserted(() -> assertThat(timeline(FIRST_LIFE, heard))
                .anyMatch(entry -> entry.contains("follow-up-skipped"))
                .anyMatch(entry -> entry.contains("follow-up-failed")));

        Process rebuilding = startWithNothing();
        try {
            await().atMost(Duration.ofMinutes(2))
                    .ignoreExceptions()
                    .untilAsserted(
                            () -> assertThat(timeline(SECOND_LIFE, heard)).isEqualTo(timeline(FIRST_LIFE, heard)));
            assertThat(customers(SECOND_LIFE, heard)).hasSize(5).isEqualTo(customers(FIRST_LIFE, heard));
            assertThat(ofCustomers("contact_point", "kind, value", SECOND_LIFE, heard))
                    .hasSize(5)
                    .isEqualTo(ofCustomers("contact_point", "kind, value", FIRST_LIFE, heard));
            assertThat(ofCustomers("stage", "customer_id, model", SECOND_LIFE, heard))
                    .isNotEmpty()
                    .isEqualTo(ofCustomers("stage", "customer_id, model", FIRST_LIFE, heard));
            assertThat(ofCustomers("stage_change", "customer_id, position", SECOND_LIFE, heard))
                    .isNotEmpty()
                    .isEqualTo(ofCustomers("stage_change", "customer_id, position", FIRST_LIFE, heard));
            assertThat(ofCustomers("consent_change", "id", SECOND_LIFE, heard))
                    .hasSize(1)
                    .isEqualTo(ofCustomers("consent_change", "id", FIRST_LIFE, heard));
            assertThat(ofCustomers("customer_case", "id", SECOND_LIFE, heard))
                    .hasSize(4)
                    .isEqualTo(ofCustomers("customer_case", "id", FIRST_LIFE, heard));
            Event<?>[] all = heard.toArray(Event[]::new);
            assertThat(crm.deadLetters(Topics.FEEDBACK_ROUTED, all)).isEmpty();
        } finally {
            rebuilding.destroy();
            rebuilding.waitFor(30, TimeUnit.SECONDS);
        }
    }

    private void answered(Event<FeedbackRouted> heard, String contact, FollowUpResult result, String leadsTo) {
        String caseId = crm.caseOf(contact);
        crm.answer(caseId, "key", "A new lamp is coming.").then().statusCode(201);
        crm.hears(outcome(crm.asked(heard, FollowUpPurpose.ANSWER), result));
        await().untilAsserted(() ->
                assertThat(crm.theCase(caseId).getString("status")).isEqualTo(leadsTo));
    }

    private Process startWithNothing() throws IOException, SQLException {
        assertThat(PACKAGED).as("the service, packaged").exists();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + SECOND_LIFE);
        }
        Map<String, String> settings = Map.of(
                "quarkus.profile", "local",
                "quarkus.http.port", "0",
                "quarkus.management.port", "0",
                "kafka.bootstrap.servers", broker,
                "quarkus.datasource.jdbc.url", TestStack.attach().jdbcUrl("crm") + "?currentSchema=" + SECOND_LIFE,
                "mp.messaging.connector.smallrye-kafka.group.id", "crm-service-rebuilt");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-Xmx256m", "-jar", PACKAGED.toString()));
        File log = Files.createDirectories(Path.of("target"))
                .resolve("rebuilt-crm.log")
                .toFile();
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
    }

    private List<String> timeline(String life, List<Event<FeedbackRouted>> heard) throws SQLException {
        return rows(
                "SELECT (to_jsonb(entry) - 'position')::text FROM " + life + ".timeline_entry AS entry"
                        + " WHERE correlation = ANY (?) AND NOT (" + FROM_CONSULTANTS + ")"
                        + " ORDER BY customer_id, happened_at, position",
                heard);
    }

    private List<String> customers(String life, List<Event<FeedbackRouted>> heard) throws SQLException {
        return rows(
                "SELECT to_jsonb(customer)::text FROM " + life + ".customer WHERE id IN (" + theirs(life)
                        + ") ORDER BY id",
                heard);
    }

    /** Without what is told by consultants alone: who answered, when, and the last event where that was theirs. */
    private List<String> ofCustomers(String table, String order, String life, List<Event<FeedbackRouted>> heard)
            throws SQLException {
        return rows(
                "SELECT (to_jsonb(line) - 'position' - 'consultant' - 'answered_at' - 'last_event')::text FROM " + life
                        + "." + table + " AS line WHERE customer_id IN (" + theirs(life) + ") ORDER BY " + order,
                heard);
    }

    private static String theirs(String life) {
        return "SELECT customer_id FROM " + life + ".timeline_entry WHERE correlation = ANY (?)";
    }

    private List<String> rows(String query, List<Event<FeedbackRouted>> heard) throws SQLException {
        Object[] stories =
                heard.stream().map(event -> event.correlationId().value()).toArray();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setArray(1, connection.createArrayOf("uuid", stories));
            List<String> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        }
    }
}
