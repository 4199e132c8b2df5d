package org.feedbackloop.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.feedbackloop.routing.Received.received;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.feedbackloop.delivery.BrokerUnavailable;
import org.feedbackloop.delivery.EventPublisher;
import org.feedbackloop.event.Topics;
import org.feedbackloop.routing.opinion.SecondOpinion;
import org.junit.jupiter.api.Test;

class RoutedPublisherTest {

    @Test
    void while_the_broker_is_away_nothing_counts_as_handled() {
        try (EventPublisher publisher = EventPublisher.connect(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:1"), Duration.ofSeconds(1))) {
            var routed = new RoutedPublisher(
                    FixedRules.of(ShippedRules.document()),
                    SecondOpinion.OFF,
                    publisher,
                    Clock.fixed(Received.LEARNT_AT, ZoneOffset.UTC),
                    new SimpleMeterRegistry());

            assertThatThrownBy(() -> routed.handle(List.of(
                            received("It is broken").event(),
                            received("It is still broken").event())))
                    .hasCauseInstanceOf(BrokerUnavailable.class);
            assertThat(publisher.isReadyFor(Topics.FEEDBACK_ROUTED)).isFalse();
        }
    }
}
