package org.feedbackloop.routing.edition;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.feedbackloop.delivery.EventPublisher;
import org.feedbackloop.routing.Routers;
import org.feedbackloop.routing.rules.RulesDocument;

/** Puts the editions together, starts to follow them and stops. */
class EditionWiring {

    /** How long somebody who changes the rules waits to hear what came of it. */
    private static final Duration LIMIT = Duration.ofSeconds(5);

    /** A document may double on its way into JSON, and two may be under way. */
    private static final long BUFFER_BYTES = 4 * 1024 * 1024;

    @Produces
    @Singleton
    LiveRules rules(RulesDocument startedWith, Routers routers) {
        return new LiveRules(startedWith, routers);
    }

    @Produces
    @Singleton
    RulesConsumer consumer(
            EditionConfig config,
            LiveRules rules,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            MeterRegistry meters) {
        return new RulesConsumer(config.name(), rules, kafka, meters);
    }

    /** A publisher of its own, which gives up in time: the other one must never give up on what it was given. */
    @Produces
    @Singleton
    RulesPublisher publisher(
            EditionConfig config,
            LiveRules rules,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            Clock clock) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "routing-service-rules");
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
        return new RulesPublisher(config.name(), rules, EventPublisher.connect(settings, LIMIT), clock, LIMIT);
    }

    @Produces
    @Singleton
    @Readiness
    HealthCheck reading(RulesConsumer consumer) {
        return () -> HealthCheckResponse.named("rules")
                .status(consumer.isFollowing())
                .build();
    }

    @Produces
    @Singleton
    @Liveness
    HealthCheck hearing(RulesConsumer consumer) {
        return () -> HealthCheckResponse.named("rules-consumer")
                .status(!consumer.hasDied())
                .build();
    }

    void start(@Observes StartupEvent event, RulesConsumer consumer, RulesPublisher publisher) {
        consumer.start();
    }

    void stop(@Observes ShutdownEvent event, RulesConsumer consumer, RulesPublisher publisher) {
        consumer.close();
        publisher.close();
    }
}
