package org.feedbackloop.routing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.commit.KafkaCommitHandler;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.feedbackloop.delivery.DeadLetterPublisher;
import org.feedbackloop.delivery.EventBatches;
import org.feedbackloop.delivery.EventPublisher;
import org.feedbackloop.delivery.OffsetCommits;
import org.feedbackloop.event.EventType;
import org.feedbackloop.event.Topics;
import org.feedbackloop.event.v1.FeedbackReceived;
import org.feedbackloop.routing.opinion.SecondOpinion;
import org.feedbackloop.routing.queue.Workload;
import org.feedbackloop.routing.rules.RulesDocument;

/** Puts the service together, starts it and stops it. */
class RoutingWiring {

    static final String SERVICE = "routing-service";

    private static final String SHIPPED_RULES = "/rules.yaml";

    /** A dead letter must take whatever the broker let in: more than its own limit of 1 MB, with our headers on top. */
    private static final int LARGEST_REQUEST = 4 * 1024 * 1024;

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    /** What feedback is routed by until somebody changes the rules. */
    @Produces
    @Singleton
    RulesDocument rules(RoutingConfig config) throws IOException {
        Optional<Path> file = config.rulesFile();
        return RulesDocument.parse(file.isPresent() ? Files.readString(file.get()) : shippedRules());
    }

    private static String shippedRules() throws IOException {
        try (InputStream rules = RoutingWiring.class.getResourceAsStream(SHIPPED_RULES)) {
            if (rules == null) {
                throw new FileNotFoundException(SHIPPED_RULES);
            }
            return new String(rules.readAllBytes(), UTF_8);
        }
    }

    /** Named in the configuration of every channel. */
    @Produces
    @Singleton
    @Identifier(OffsetCommits.STRATEGY)
    KafkaCommitHandler.Factory commits() {
        return OffsetCommits.factory();
    }

    @Produces
    @Singleton
    Routers routers(Workload workload, RoutingConfig config) {
        return config.classification() ? document -> new Router(document, workload) : Router::unread;
    }

    @Produces
    @Singleton
    EventPublisher publisher(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_REQUEST);
        return EventPublisher.connect(settings, EventPublisher.UNTIL_ACKNOWLEDGED);
    }

    @Produces
    @Singleton
    EventBatches<FeedbackReceived> feedback(
            LiveRouter rules,
            SecondOpinion secondOpinion,
            EventPublisher publisher,
            Clock clock,
            MeterRegistry meters) {
        return new EventBatches<>(
                EventType.FEEDBACK_RECEIVED,
                new RoutedPublisher(rules, secondOpinion, publisher, clock, meters),
                new DeadLetterPublisher(publisher, SERVICE, clock),
                () -> rules.isKnown() && publisher.isReadyFor(Topics.FEEDBACK_ROUTED));
    }

    @Produces
    @Singleton
    @Readiness
    HealthCheck publishing(LiveRouter rules, EventPublisher publisher) {
        // Before the rules are known no broker has answered, and to ask this publisher would be to wait for one.
        return () -> HealthCheckResponse.named("publishing")
                .status(rules.isKnown() && publisher.isReadyFor(Topics.FEEDBACK_ROUTED))
                .build();
    }

    void start(@Observes StartupEvent event, EventPublisher publisher) {
        // The client looks a topic up when it is first asked for it, which takes as long as the broker does, and nobody
        // shall wait for that.
        Thread asking = new Thread(
                () -> {
                    publisher.isReadyFor(Topics.FEEDBACK_ROUTED);
                    publisher.isReadyFor(Topics.deadLetters(Topics.FEEDBACK_RECEIVED, SERVICE));
                },
                "topics");
        asking.setDaemon(true);
        asking.start();
    }

    /** First what brings new work, then what takes it away: events under way are given the time to be acknowledged. */
    void stop(@Observes ShutdownEvent event, EventBatches<FeedbackReceived> feedback, EventPublisher publisher) {
        feedback.close();
        publisher.close();
    }
}
