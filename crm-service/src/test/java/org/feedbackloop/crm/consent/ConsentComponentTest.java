package org.feedbackloop.crm.consent;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.feedbackloop.crm.Heard.NOON;
import static org.feedbackloop.crm.Heard.praise;
import static org.feedbackloop.crm.Heard.theWord;
import static org.feedbackloop.crm.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.feedbackloop.crm.Heard;
import org.feedbackloop.delivery.EventPublisher;
import org.feedbackloop.delivery.ReceivedRecords;
import org.feedbackloop.event.CloudEvents;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.EventType;
import org.feedbackloop.event.Topics;
import org.feedbackloop.event.v1.Attachment;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.event.v1.ChannelDetails.BookEntry;
import org.feedbackloop.event.v1.ConsentChanged;
import org.feedbackloop.event.v1.ConsentWord;
import org.feedbackloop.event.v1.ContactKind;
import org.feedbackloop.local.StackTestResource;
import org.feedbackloop.local.TopicReader;
import org.junit.jupiter.api.Test;

/** Consent in crm-service with its real broker and database. */
@QuarkusTest
@QuarkusTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "crm"))
class ConsentComponentTest {

    @Inject
    EventPublisher publisher;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @Test
    void who_says_stop_is_not_to_be_written_to_and_the_world_is_told() {
        Event<?> stop = bySms("+447700900001", theWord(ConsentWord.STOP));
        publish(stop);
        String customer = customerOf("+447700900001");

        assertThat(timeline(customer).getList("kind"))
                .contains("consent-changed")
                .doesNotContain("follow-up-requested");
        assertThat(timeline(customer).getMap("find { it.kind == 'consent-changed' }.detail"))
                .containsEntry("contactKind", "phone")
                .containsEntry("purpose", "marketing")
                .containsEntry("given", false);
        JsonPath consents = consents(customer);
        assertThat(consents.getList("current")).hasSize(1);
        assertThat(consents.getString("current[0].contactKind")).isEqualTo("phone");
        assertThat(consents.getString("current[0].purpose")).isEqualTo("marketing");
        assertThat(consents.getBoolean("current[0].given")).isFalse();
        assertThat(consents.getString("current[0].feedbackId")).isEqualTo(stop.subject());
        await().untilAsserted(() -> assertThat(toldBecauseOf(stop))
                .singleElement()
                .satisfies(told -> {
                    assertThat(told.partitionKey()).isEqualTo(customer);
                    assertThat(told.data().customerId()).hasToString(customer);
                    assertThat(told.data().contactKind()).isEqualTo(ContactKind.PHONE);
                    assertThat(told.data().given()).isFalse();
                }));
    }

    @Test
    void what_was_said_last_holds_whatever_arrives_last() {
        String phone = "+447700900002";
        publish(bySms(phone, theWord(ConsentWord.STOP).at(NOON)));
        String customer = customerOf(phone);

        publish(bySms(phone, theWord(ConsentWord.START).at(NOON.minus(Duration.ofHours(1)))));

        await().untilAsserted(() ->
                assertThat(consents(customer).getList("history.given")).containsExactly(true, false));
        assertThat(consents(customer).getList("current.given")).containsExactly(false);
    }

    @Test
    void each_kind_of_address_has_a_consent_of_its_own() {
        String phone = "+447700900003";
        publish(bySms(phone, theWord(ConsentWord.STOP)));
        String customer = customerOf(phone);

        publish(theWord(ConsentWord.START)
                .over(Channel.MESSENGER)
                .by(ContactKind.PHONE, phone)
                .by(ContactKind.MESSENGER, "whatsapp:447700900003")
                .routed());

        await().untilAsserted(() -> assertThat(consents(customer).getList("current.contactKind"))
                .containsExactlyInAnyOrder("phone", "messenger"));
        assertThat(consents(customer).getBoolean("current.find { it.contactKind == 'phone' }.given"))
                .isFalse();
        assertThat(consents(customer).getBoolean("current.find { it.contactKind == 'messenger' }.given"))
                .isTrue();
    }

    @Test
    void a_second_delivery_changes_nothing() {
        String phone = "+447700900004";
        Event<?> stop = bySms(phone, theWord(ConsentWord.STOP));
        publish(stop);
        String customer = customerOf(phone);

        publish(stop, stop, bySms(phone, praise()));

        await().untilAsserted(() -> assertThat(timeline(customer).getList("findAll { it.kind == 'feedback' }"))
                .hasSize(2));
        assertThat(consents(customer).getList("history")).hasSize(1);
        assertThat(timeline(customer).getList("findAll { it.kind == 'consent-changed' }"))
                .hasSize(1);
        await().untilAsserted(() -> assertThat(toldBecauseOf(stop)).hasSize(1));
    }

    @Test
    void who_never_spoke_of_it_has_allowed_and_forbidden_nothing() {
        publish(bySms("+447700900005", praise()));

        JsonPath consents = consents(customerOf("+447700900005"));

        assertThat(consents.getList("current")).isEmpty();
        assertThat(consents.getList("history")).isEmpty();
    }

    @Test
    void the_timeline_shows_what_the_channel_told_besides() {
        publish(bySms(
                "+447700900006",
                praise().over(Channel.COMPLAINT_BOOK)
                        .within("book-2")
                        .attaching(new Attachment("page.jpg", "image/jpeg", 482_113L))
                        .telling(new BookEntry("2026/2", 41, null, "k.zielinska"))));

        JsonPath timeline = timeline(customerOf("+447700900006"));

        assertThat(timeline.getString("[0].detail.conversation")).isEqualTo("book-2");
        assertThat(timeline.getString("[0].detail.attachments[0].name")).isEqualTo("page.jpg");
        assertThat(timeline.getInt("[0].detail.details.bookEntry.page")).isEqualTo(41);
    }

    private static Event<?> bySms(String phone, Heard heard) {
        return heard.by(ContactKind.PHONE, phone).routed();
    }

    private void publish(Event<?>... events) {
        for (Event<?> event : events) {
            publisher.publish(event).join();
        }
    }

    private static String customerOf(String contact) {
        return await().until(
                        () -> given().queryParam("contact", contact)
                                .get("/v1/customers")
                                .jsonPath()
                                .getString("[0].id"),
                        id -> id != null);
    }

    private static JsonPath timeline(String customer) {
        return given().get("/v1/customers/{id}/timeline", customer).jsonPath();
    }

    private static JsonPath consents(String customer) {
        return given().get("/v1/customers/{id}/consents", customer)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private List<Event<ConsentChanged>> toldBecauseOf(Event<?> cause) {
        return new TopicReader(broker)
                .readToEnd(Topics.CONSENT_CHANGED).stream()
                        .filter(record -> cause.id()
                                .toString()
                                .equals(new String(
                                        record.headers()
                                                .lastHeader(CloudEvents.CAUSATION_ID)
                                                .value(),
                                        UTF_8)))
                        .map(record -> ReceivedRecords.read(EventType.CONSENT_CHANGED, record))
                        .toList();
    }
}
