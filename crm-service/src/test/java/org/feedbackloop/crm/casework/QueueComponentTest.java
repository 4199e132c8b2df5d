package org.feedbackloop.crm.casework;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.feedbackloop.crm.Heard.NOON;
import static org.feedbackloop.crm.Heard.aComplaint;
import static org.feedbackloop.crm.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.feedbackloop.crm.RunningCrm;
import org.feedbackloop.delivery.EventPublisher;
import org.feedbackloop.local.StackTestResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Queues, listed. */
@QuarkusTest
@QuarkusTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "crm"))
class QueueComponentTest {

    @Inject
    EventPublisher publisher;

    @Inject
    DataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @Test
    void what_is_due_first_stands_first() {
        RunningCrm crm = new RunningCrm(publisher, broker);
        crm.hears(
                aComplaint()
                        .from("due-later@example.org")
                        .waitingIn("two-only")
                        .at(NOON)
                        .routed(),
                aComplaint()
                        .from("due-first@example.org")
                        .waitingIn("two-only")
                        .at(NOON.minusSeconds(60))
                        .routed());
        String later = crm.caseOf("due-later@example.org");
        String first = crm.caseOf("due-first@example.org");

        await().untilAsserted(() -> assertThat(
                        given().get("/v1/queues/two-only/cases").jsonPath().getList("caseId"))
                .containsExactly(first, later));
    }

    @ParameterizedTest
    @ValueSource(strings = {"open", "answered", "closed"})
    void a_queue_is_read_in_its_order_and_never_sorted(String status) throws SQLException {
        assertThat(String.join(
                        "\n",
                        plan("SELECT * FROM customer_case WHERE queue = 'lighting-en' AND status = '" + status
                                + "' ORDER BY priority, due_at, id LIMIT 50")))
                .contains("Index Scan using customer_case_queue")
                .doesNotContain("Sort");
    }

    @Test
    void nobody_turns_so_many_pages_that_the_database_reads_a_whole_history() {
        given().queryParam("status", "closed")
                .queryParam("page", 501)
                .get("/v1/queues/lighting-en/cases")
                .then()
                .statusCode(400);
    }

    /** As for a table so large that nothing else would do. */
    private List<String> plan(String query) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SET LOCAL enable_seqscan = off");
            statement.execute("SET LOCAL enable_bitmapscan = off");
            try (ResultSet rows = statement.executeQuery("EXPLAIN " + query)) {
                while (rows.next()) {
                    lines.add(rows.getString(1));
                }
            }
            connection.rollback();
        }
        return lines;
    }
}
