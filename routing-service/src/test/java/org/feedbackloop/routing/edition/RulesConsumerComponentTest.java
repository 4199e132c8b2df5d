package org.feedbackloop.routing.edition;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.feedbackloop.routing.edition.Change.rules;
import static org.feedbackloop.routing.edition.Change.versionOf;
import static org.feedbackloop.routing.edition.RulesDesk.put;
import static org.feedbackloop.routing.edition.RulesDesk.tag;
import static org.hamcrest.Matchers.hasItem;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.feedbackloop.delivery.EventPublisher;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.Topics;
import org.feedbackloop.local.StackTestResource;
import org.feedbackloop.routing.Router;
import org.feedbackloop.routing.ShippedRules;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What other replicas put on the topic. */
@QuarkusTest
@TestProfile(OwnRules.class)
@QuarkusTestResource(StackTestResource.class)
class RulesConsumerComponentTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    EventPublisher publisher;

    @Inject
    MeterRegistry meters;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @ConfigProperty(name = "quarkus.management.test-port")
    int management;

    private int newest;

    @BeforeEach
    void begin_with_rules_of_our_own() {
        put(rules("before-" + System.nanoTime())).then().statusCode(200);
        newest = given().get("/v1/rules/versions").jsonPath().getInt("[0].number");
    }

    @Test
    void a_change_that_another_replica_took_is_live_here() {
        publish(next("from-elsewhere").event());

        awaitLive(versionOf("from-elsewhere"));
    }

    @Test
    void a_second_delivery_changes_nothing() {
        Event<?> change = next("said-twice").event();
        publish(change);
        awaitLive(versionOf("said-twice"));
        publish(change);
        awaitRead();

        assertThat(count("repeated")).isPositive();
        assertThat(given().get("/v1/rules/versions").jsonPath().getInt("[1].number"))
                .isEqualTo(newest + 1);
        assertThat(given().get("/v1/rules/versions").jsonPath().getInt("[0].number"))
                .isEqualTo(newest + 2);
    }

    @Test
    void what_nobody_can_read_is_counted_and_harms_nothing() {
        String tag = tag();
        double before = count("unreadable");
        byte[] key = OwnRules.NAME.getBytes(UTF_8);
        send(new ProducerRecord<>(Topics.ROUTING_RULES, key, "no { json".getBytes(UTF_8)));
        send(new ProducerRecord<>(Topics.ROUTING_RULES, key, null));

        await().atMost(SOON).until(() -> count("unreadable") == before + 2);
        assertThat(tag()).isEqualTo(tag);
        awaitRead();
    }

    @Test
    void what_this_replica_does_not_understand_is_counted_and_the_next_is_followed() {
        String tag = tag();
        double before = count("refused");
        Change strange = next("of-the-future").thatNobodyHereUnderstands();
        publish(strange.event());

        await().atMost(SOON).until(() -> count("refused") == before + 1);
        assertThat(tag()).isEqualTo(tag);
        put(rules("too-early"), tag).then().statusCode(412);

        put(rules("after-the-future"), '"' + strange.version() + '"').then().statusCode(200);
        assertThat(tag()).isEqualTo('"' + versionOf("after-the-future") + '"');
    }

    @Test
    void a_change_that_was_overtaken_counts_for_nothing() {
        double before = count("overtaken");
        publish(Change.change(newest, "late")
                .after("something-else")
                .of(OwnRules.NAME)
                .event());

        await().atMost(SOON).until(() -> count("overtaken") == before + 1);
        assertThat(tag()).isNotEqualTo('"' + versionOf("late") + '"');
    }

    @Test
    void the_rules_of_others_are_left_to_them() {
        publish(Change.change(1, "of-another-shop").of("another-shop").event());
        awaitRead();

        assertThat(given().get("/v1/rules/versions").jsonPath().getList("version"))
                .doesNotContain(versionOf("of-another-shop"));
    }

    @Test
    void a_reader_that_breaks_down_is_neither_ready_nor_alive() {
        LiveRules rules = new LiveRules(ShippedRules.document(), document -> {
            throw new StackOverflowError("as a rule without an end would bring about");
        });
        var consumer =
                new RulesConsumer(OwnRules.NAME, rules, Map.of("bootstrap.servers", broker), new SimpleMeterRegistry());
        assertThat(consumer.hasDied()).isFalse();

        consumer.start();

        await().atMost(SOON).until(consumer::hasDied);
        assertThat(consumer.isFollowing()).isFalse();
    }

    @Test
    void one_that_was_closed_has_not_died() {
        LiveRules rules = new LiveRules(ShippedRules.document(), Router::new);
        var consumer =
                new RulesConsumer(OwnRules.NAME, rules, Map.of("bootstrap.servers", broker), new SimpleMeterRegistry());
        consumer.start();
        await().atMost(SOON).until(consumer::isFollowing);

        consumer.close();

        assertThat(consumer.hasDied()).isFalse();
        given().port(management)
                .get("/q/health/live")
                .then()
                .statusCode(200)
                .body("checks.name", hasItem("rules-consumer"));
    }

    private Change next(String name) {
        String live = tag();
        return Change.change(newest + 1, name)
                .basedOn(live.substring(1, live.length() - 1))
                .of(OwnRules.NAME);
    }

    private void publish(Event<?> event) {
        publisher.publish(event).join();
    }

    /** What came before a change that has gone through was read before it. */
    private static void awaitRead() {
        put(rules("read-" + System.nanoTime())).then().statusCode(200);
    }

    private static void awaitLive(String version) {
        await().atMost(SOON).until(() -> tag().equals('"' + version + '"'));
    }

    private double count(String outcome) {
        return meters.counter("routing.rules.changes", "outcome", outcome).count();
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        Map<String, Object> settings = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker);
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(record);
        }
    }
}
