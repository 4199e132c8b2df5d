package org.feedbackloop.routing.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedbackloop.routing.edition.Change.change;
import static org.feedbackloop.routing.edition.Change.rules;
import static org.feedbackloop.routing.edition.Change.versionOf;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.feedbackloop.delivery.EventPublisher;
import org.feedbackloop.routing.Router;
import org.feedbackloop.routing.edition.Outcome.Live;
import org.feedbackloop.routing.edition.Outcome.Overtaken;
import org.feedbackloop.routing.edition.Outcome.Unknown;
import org.feedbackloop.routing.edition.RulesPublisher.Wish;
import org.feedbackloop.routing.rules.RulesDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Without a broker: what can be told without it is, and the rest is not known. */
class RulesPublisherTest {

    private static final Duration LIMIT = Duration.ofMillis(300);

    private final LiveRules rules = new LiveRules(RulesDocument.parse(rules("started")), Router::new);
    private final RulesPublisher publisher = publisher(Duration.ofSeconds(1));

    RulesPublisherTest() {
        rules.takePast(change(1, "one").event());
        rules.pastIsRead();
    }

    @AfterEach
    void close() {
        publisher.close();
    }

    @Test
    void while_the_broker_is_away_what_came_of_a_change_is_not_known_and_the_rules_stay() {
        Outcome outcome = publisher.change(wish("two"), ifMatch("one"));

        assertThat(outcome).isEqualTo(new Unknown());
        assertThat(rules.router().rulesVersion()).isEqualTo(versionOf("one"));
    }

    @Test
    void what_is_live_already_is_not_published_again() {
        Outcome outcome = publisher.change(wish("one"), ifMatch("one"));

        assertThat(outcome).isEqualTo(new Live(rules.standing().live(), false));
    }

    @Test
    void who_sends_the_same_once_more_after_a_failure_hears_that_it_is_done() {
        rules.take(change(2, "two").after("one").event());

        assertThat(publisher.change(wish("two"), ifMatch("one"))).isInstanceOf(Live.class);
    }

    @Test
    void a_change_of_other_rules_than_the_newest_is_not_published() {
        Outcome outcome = publisher.change(wish("two"), ifMatch("started"));

        assertThat(outcome).isEqualTo(new Overtaken(rules.standing().newest()));
    }

    @Test
    void who_has_seen_newer_rules_on_another_replica_is_given_a_moment() {
        try (RulesPublisher patient = publisher(Duration.ofMinutes(1))) {
            CompletableFuture<Outcome> outcome =
                    CompletableFuture.supplyAsync(() -> patient.change(wish("three"), ifMatch("two")));

            rules.take(change(2, "two").after("one").event());

            assertThat(outcome.join())
                    .as("is published, as far as that goes without a broker")
                    .isEqualTo(new Unknown());
        }
    }

    @Test
    void rules_that_this_replica_does_not_understand_can_be_replaced() {
        Change strange = change(2, "two").after("one").thatNobodyHereUnderstands();
        rules.take(strange.event());

        assertThat(publisher.change(wish("three"), ifMatch("one"))).isInstanceOf(Overtaken.class);
        assertThat(publisher.change(wish("three"), new IfMatch(List.of('"' + strange.version() + '"'))))
                .as("is published, as far as that goes without a broker")
                .isEqualTo(new Unknown());
    }

    private RulesPublisher publisher(Duration moment) {
        return new RulesPublisher(
                "default",
                rules,
                EventPublisher.connect(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:1"), LIMIT),
                Clock.fixed(Change.CHANGED_AT, ZoneOffset.UTC),
                LIMIT,
                moment);
    }

    private static Wish wish(String name) {
        return new Wish(RulesDocument.parse(rules(name)), "ada", null, null);
    }

    private static IfMatch ifMatch(String name) {
        return IfMatch.of('"' + versionOf(name) + '"');
    }
}
