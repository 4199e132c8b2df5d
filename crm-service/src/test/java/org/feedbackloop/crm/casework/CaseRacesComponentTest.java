package org.feedbackloop.crm.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedbackloop.crm.Heard.aComplaint;
import static org.feedbackloop.crm.Patience.await;
import static org.feedbackloop.crm.RunningCrm.outcome;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.feedbackloop.crm.Held;
import org.feedbackloop.crm.RunningCrm;
import org.feedbackloop.delivery.EventPublisher;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.v1.FeedbackRouted;
import org.feedbackloop.event.v1.FollowUpPurpose;
import org.feedbackloop.event.v1.FollowUpResult;
import org.feedbackloop.local.StackTestResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What several do to one case at once: each has begun, and stands in line for the customer, before the first may go on. */
@QuarkusTest
@QuarkusTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "crm"))
class CaseRacesComponentTest {

    private static final int CONSULTANTS = 6;

    @Inject
    EventPublisher publisher;

    @Inject
    DataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    private final ExecutorService consultants = Executors.newFixedThreadPool(CONSULTANTS);
    private RunningCrm crm;

    @BeforeEach
    void connect() {
        crm = new RunningCrm(publisher, broker);
    }

    @AfterEach
    void goHome() {
        consultants.shutdownNow();
    }

    @Test
    void of_many_consultants_who_answer_at_once_one_does() throws Exception {
        crm.hears(aComplaint().from("answered-by-many@example.org").routed());
        String customer = crm.customerOf("answered-by-many@example.org");
        String caseId = crm.caseOf("answered-by-many@example.org");

        List<Integer> answers = atOnce(
                customer,
                IntStream.range(0, CONSULTANTS)
                        .<Supplier<Response>>mapToObj(
                                i -> () -> crm.answer(caseId, "key-" + i, "A new lamp is coming."))
                        .toList());

        assertThat(answers).hasSize(CONSULTANTS).containsOnly(201, 409).containsOnlyOnce(201);
        assertThat(crm.timeline(customer)
                        .getList("findAll { it.kind == 'follow-up-requested' && it.detail.purpose == 'answer' }"))
                .hasSize(1);
    }

    @Test
    void one_answer_that_is_sent_several_times_at_once_is_given_once() throws Exception {
        crm.hears(aComplaint().from("double-click@example.org").routed());
        String customer = crm.customerOf("double-click@example.org");
        String caseId = crm.caseOf("double-click@example.org");

        List<Integer> answers =
                atOnce(customer, Collections.nCopies(3, () -> crm.answer(caseId, "same key", "A new lamp is coming.")));

        assertThat(answers).containsExactly(201, 201, 201);
        assertThat(crm.timeline(customer).getList("findAll { it.kind == 'case-answered' }"))
                .hasSize(1);
    }

    @Test
    void a_correction_that_meets_the_closing_of_a_case_does_not_open_it_again() throws Exception {
        Event<FeedbackRouted> heard = aComplaint().from("closing@example.org").routed();
        crm.hears(heard);
        String customer = crm.customerOf("closing@example.org");
        String caseId = crm.caseOf("closing@example.org");
        crm.answer(caseId, "key", "A new lamp is coming.").then().statusCode(201);
        Event<?> arrived = outcome(crm.asked(heard, FollowUpPurpose.ANSWER), FollowUpResult.SENT);

        CompletableFuture<Integer> correction;
        try (Held held = Held.customer(database, customer)) {
            crm.hears(arrived);
            held.awaitWaiting(1);
            correction = begin(() -> crm.reclassify(caseId, "idea"));
            held.awaitWaiting(2);
        }

        assertThat(correction.join()).isEqualTo(200);
        await().untilAsserted(() ->
                assertThat(crm.timeline(customer).getList("kind")).contains("case-closed", "case-reclassified"));
        assertThat(crm.theCase(caseId).getString("type")).isEqualTo("idea");
        assertThat(crm.theCase(caseId).getString("status")).isEqualTo("closed");
        assertThat(crm.theCase(caseId).getString("closedAt")).isNotNull();
    }

    @Test
    void the_same_correction_made_twice_at_once_is_made_once() throws Exception {
        crm.hears(aComplaint().from("corrected-twice@example.org").routed());
        String customer = crm.customerOf("corrected-twice@example.org");
        String caseId = crm.caseOf("corrected-twice@example.org");

        List<Integer> corrections = atOnce(customer, Collections.nCopies(2, () -> crm.reclassify(caseId, "idea")));

        assertThat(corrections).containsExactly(200, 200);
        assertThat(crm.timeline(customer).getList("findAll { it.kind == 'case-reclassified' }"))
                .hasSize(1);
    }

    @Test
    void of_two_corrections_at_once_the_second_knows_of_the_first() throws Exception {
        crm.hears(aComplaint().from("corrected-differently@example.org").routed());
        String customer = crm.customerOf("corrected-differently@example.org");
        String caseId = crm.caseOf("corrected-differently@example.org");

        List<Integer> corrections = atOnce(
                customer, List.of(() -> crm.reclassify(caseId, "idea"), () -> crm.reclassify(caseId, "question")));

        assertThat(corrections).containsExactly(200, 200);
        List<String> from = crm.timeline(customer).getList("findAll { it.kind == 'case-reclassified' }.detail.from");
        List<String> to = crm.timeline(customer).getList("findAll { it.kind == 'case-reclassified' }.detail.to");
        assertThat(from).hasSize(2).containsExactlyInAnyOrder("complaint", first(from, to));
        assertThat(crm.theCase(caseId).getString("type")).isIn(to).isNotEqualTo(first(from, to));
    }

    private static String first(List<String> from, List<String> to) {
        return to.get(from.indexOf("complaint"));
    }

    private List<Integer> atOnce(String customer, List<Supplier<Response>> calls) throws Exception {
        List<CompletableFuture<Integer>> statuses;
        try (Held held = Held.customer(database, customer)) {
            statuses = calls.stream().map(this::begin).toList();
            held.awaitWaiting(calls.size());
        }
        return statuses.stream().map(CompletableFuture::join).toList();
    }

    private CompletableFuture<Integer> begin(Supplier<Response> call) {
        return CompletableFuture.supplyAsync(() -> call.get().statusCode(), consultants);
    }
}
