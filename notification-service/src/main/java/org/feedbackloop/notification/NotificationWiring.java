package org.feedbackloop.notification;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.commit.KafkaCommitHandler;
import jakarta.enterprise.event.Observes;
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
import org.feedbackloop.delivery.EventBatches;
import org.feedbackloop.delivery.EventPublisher;
import org.feedbackloop.delivery.OffsetCommits;
import org.feedbackloop.delivery.OutboxRelay;
import org.feedbackloop.event.EventType;
import org.feedbackloop.event.Topics;
import org.feedbackloop.event.v1.FollowUpRequested;
import org.feedbackloop.notification.followup.FollowUpPlanning;
import org.feedbackloop.notification.followup.FollowUps;
import org.feedbackloop.notification.followup.OutcomeListener;
import org.feedbackloop.notification.mail.Mailroom;

/** Puts the service together, starts it and stops it. */
class NotificationWiring {

    private static final String SERVICE = "notification-service";

    /** A dead letter must take whatever the broker let in: more than its own limit of 1 MB, with our headers on top. */
    private static final int LARGEST_REQUEST = 4 * 1024 * 1024;

    private static final int ANSWER_WITHIN_SECONDS = 2;

    /** Stands in the source, and so keeps nobody out. */
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
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_REQUEST);
        return EventPublisher.connect(settings, EventPublisher.UNTIL_ACKNOWLEDGED);
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

    @Produces
    @Singleton
    OutcomeListener outcomeListener(OutboxRelay relay, MeterRegistry meters) {
        return outcome -> {
            relay.nudge();
            meters.counter(
                            "followups.finished",
                            "result",
                            outcome.result().wireName(),
                            "purpose",
                            outcome.purpose().wireName())
                    .increment();
        };
    }

    @Produces
    @Singleton
    FollowUps followUps(DataSource database, Clock clock, OutcomeListener listener, MeterRegistry meters) {
        FollowUps followUps = new FollowUps(database, clock, listener);
        Gauge.builder("followups.waiting", () -> waiting(followUps))
                .description("Follow-ups that are neither sent nor given up")
                .register(meters);
        return followUps;
    }

    @Produces
    @Singleton
    EventBatches<FollowUpRequested> requests(
            DataSource database, Clock clock, OutcomeListener listener, Mailroom mailroom, EventPublisher publisher) {
        return new EventBatches<>(
                EventType.FOLLOWUP_REQUESTED,
                new FollowUpPlanning(database, clock, listener, mailroom::nudge),
                new DeadLetterPublisher(publisher, SERVICE, clock),
                () -> answers(database));
    }

    void start(
            @Observes StartupEvent event,
            @ConfigProperty(name = "quarkus.datasource.password") String password,
            OutboxRelay relay,
            Mailroom mailroom,
            EventPublisher publisher) {
        if (password.equals(LOCAL_PASSWORD) && !LOCAL_PROFILES.containsAll(ConfigUtils.getProfiles())) {
            throw new IllegalStateException("the database's password is the one for a developer's own machine");
        }
        relay.start();
        mailroom.start();
        // The client looks a topic up when it is first asked for it, which takes as long as the broker does. Mails that
        // are due need no broker.
        Thread asking = new Thread(
                () -> {
                    publisher.isReadyFor(Topics.FOLLOWUP_OUTCOME);
                    publisher.isReadyFor(Topics.deadLetters(Topics.FOLLOWUP_REQUESTED, SERVICE));
                },
                "topics");
        asking.setDaemon(true);
        asking.start();
    }

    /** Along the path, while all that it stands on is still there: first what brings new work, last what takes it away. */
    void stop(
            @Observes ShutdownEvent event,
            EventBatches<FollowUpRequested> requests,
            Mailroom mailroom,
            OutboxRelay relay,
            EventPublisher publisher) {
        requests.close();
        mailroom.close();
        relay.close();
        publisher.close();
    }

    private static boolean answers(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(ANSWER_WITHIN_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }

    private static double waiting(FollowUps followUps) {
        try {
            return followUps.waiting();
        } catch (SQLException unknown) {
            return Double.NaN;
        }
    }
}
