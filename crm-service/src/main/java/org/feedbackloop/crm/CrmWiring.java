package org.feedbackloop.crm;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.commit.KafkaCommitHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.feedbackloop.delivery.DeadLetterPublisher;
import org.feedbackloop.delivery.EventPublisher;
import org.feedbackloop.delivery.OffsetCommits;
import org.feedbackloop.delivery.OutboxRelay;

/** Makes the plain objects that this service is built of. */
@ApplicationScoped
class CrmWiring {

    static final String SERVICE = "crm-service";

    /** A dead letter is as large as what was sent to us, which may be more than our own producers allow themselves. */
    private static final int LARGEST_DEAD_LETTER = 4 * 1024 * 1024;

    private static final String LOCAL_PASSWORD = "local";
    private static final Set<String> LOCAL_PROFILES = Set.of("local", "dev", "test");

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    EventPublisher publisher(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_DEAD_LETTER);
        return EventPublisher.connect(settings, EventPublisher.UNTIL_ACKNOWLEDGED);
    }

    void disconnect(@Disposes EventPublisher publisher) {
        publisher.close();
    }

    @Produces
    @Singleton
    DeadLetterPublisher deadLetters(EventPublisher publisher, Clock clock) {
        return new DeadLetterPublisher(publisher, SERVICE, clock);
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
    OutboxRelay relay(DataSource database, EventPublisher publisher) {
        return new OutboxRelay(database, publisher);
    }

    void start(
            @Observes StartupEvent started,
            @ConfigProperty(name = "quarkus.datasource.password") String password,
            OutboxRelay relay) {
        if (password.equals(LOCAL_PASSWORD) && !LOCAL_PROFILES.containsAll(ConfigUtils.getProfiles())) {
            throw new IllegalStateException("the database's password is the one for a developer's own machine");
        }
        relay.start();
    }

    void stop(@Observes ShutdownEvent stopping, OutboxRelay relay) {
        relay.close();
    }

    @Produces
    @Singleton
    WorldIsWell worldIsWell(DataSource database) {
        return () -> {
            try (Connection connection = database.getConnection()) {
                return connection.isValid(2);
            } catch (SQLException e) {
                return false;
            }
        };
    }
}
