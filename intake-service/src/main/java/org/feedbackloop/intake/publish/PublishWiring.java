package org.feedbackloop.intake.publish;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.feedbackloop.delivery.EventPublisher;
import org.feedbackloop.event.Topics;
import org.feedbackloop.intake.access.LocalSecrets;

/** Connects the path to the broker. */
class PublishWiring {

    private static final int SHORTEST_SECRET = 32;

    @Produces
    @Singleton
    EventPublisher publisher(@Identifier("default-kafka-broker") Map<String, Object> kafka, PublishConfig config) {
        return EventPublisher.connect(kafka, config.acknowledgementLimit());
    }

    void close(@Disposes EventPublisher publisher) {
        publisher.close();
    }

    @Produces
    @Singleton
    ContactHash contactHash(PublishConfig config) {
        return contactHash(config.contactHashSecret());
    }

    @Produces
    @Singleton
    Intake intake(EventPublisher publisher, ContactHash contactHash, MeterRegistry meters) {
        return new Intake(publisher::publish, contactHash, new KnownBodies(), new Tally(meters));
    }

    /** Events are refused for as long as the topic is not known, so it is asked for before the first request. */
    void askForTopic(@Observes StartupEvent started, EventPublisher publisher) {
        publisher.isReadyFor(Topics.FEEDBACK_RECEIVED);
    }

    @Produces
    @Singleton
    @Readiness
    HealthCheck topicIsKnown(EventPublisher publisher) {
        return () -> HealthCheckResponse.named(Topics.FEEDBACK_RECEIVED)
                .status(publisher.isReadyFor(Topics.FEEDBACK_RECEIVED))
                .build();
    }

    private static ContactHash contactHash(String secret) {
        boolean local = LocalSecrets.sufficeFor(ConfigUtils.getProfiles());
        if (!local && (secret.equals(LocalSecrets.SECRET) || secret.length() < SHORTEST_SECRET)) {
            throw new IllegalStateException("intake.publish.contact-hash-secret must be a secret of its own with "
                    + SHORTEST_SECRET + " characters or more");
        }
        return new ContactHash(secret);
    }
}
