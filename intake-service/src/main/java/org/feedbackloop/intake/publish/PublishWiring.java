package org.feedbackloop.intake.publish;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.feedbackloop.delivery.EventPublisher;
import org.feedbackloop.event.Topics;
import org.feedbackloop.intake.access.LocalSecrets;

/** Connects the path to the broker. */
class PublishWiring {

    /** All that comes in goes to one of these. */
    private static final List<String> TOPICS =
            List.of(Topics.FEEDBACK_RECEIVED, Topics.FEEDBACK_REJECTED, Topics.VISIT_RECORDED, Topics.SURVEY_ANNOUNCED);

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

    /** Events are refused for as long as their topic is not known, so all are asked for before the first request. */
    void askForTopics(@Observes StartupEvent started, EventPublisher publisher) {
        areKnown(publisher);
    }

    @Produces
    @Singleton
    @Readiness
    HealthCheck topicsAreKnown(EventPublisher publisher) {
        return () ->
                HealthCheckResponse.named("topics").status(areKnown(publisher)).build();
    }

    /** Asks for each, also behind one that is not known: to ask is what makes a topic known. */
    private static boolean areKnown(EventPublisher publisher) {
        return TOPICS.stream().filter(publisher::isReadyFor).count() == TOPICS.size();
    }

    private static ContactHash contactHash(String secret) {
        return new ContactHash(
                LocalSecrets.checked("intake.publish.contact-hash-secret", secret, ConfigUtils.getProfiles()));
    }
}
