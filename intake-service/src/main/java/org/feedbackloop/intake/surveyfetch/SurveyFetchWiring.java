package org.feedbackloop.intake.surveyfetch;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.commit.KafkaCommitHandler;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.feedbackloop.delivery.DeadLetterPublisher;
import org.feedbackloop.delivery.EventBatches;
import org.feedbackloop.delivery.EventPublisher;
import org.feedbackloop.delivery.OffsetCommits;
import org.feedbackloop.event.EventType;
import org.feedbackloop.event.Topics;
import org.feedbackloop.event.v1.SurveyAnnounced;
import org.feedbackloop.intake.draft.Normaliser;
import org.feedbackloop.intake.publish.ContactHash;

/** Connects announcements, provider and broker. */
class SurveyFetchWiring {

    private static final String SERVICE = "intake-service";

    /** Named in the configuration of the channel. */
    @Produces
    @Singleton
    @Identifier(OffsetCommits.STRATEGY)
    KafkaCommitHandler.Factory commits() {
        return OffsetCommits.factory();
    }

    /** Tagged, for the container knows a client of its own, which would have other limits. */
    @Produces
    @Singleton
    @Identifier("surveymonkey")
    SurveyMonkeyResource surveyMonkey(SurveyMonkeyConfig config) {
        long timeout = config.timeout().toMillis();
        return QuarkusRestClientBuilder.newBuilder()
                .baseUri(config.baseUrl())
                .connectTimeout(timeout, TimeUnit.MILLISECONDS)
                .readTimeout(timeout, TimeUnit.MILLISECONDS)
                .build(SurveyMonkeyResource.class);
    }

    @Produces
    @Singleton
    EventBatches<SurveyAnnounced> announcements(
            SurveyMonkeyRelay surveyMonkey,
            SurveyMonkeyConfig config,
            Normaliser normaliser,
            ContactHash contactHash,
            EventPublisher publisher,
            Clock clock) {
        FetchedAnswers fetched = new FetchedAnswers(new SurveyMonkeyAnswers(normaliser, config.scales()), contactHash);
        AnswersPublisher answers = new AnswersPublisher(
                surveyMonkey, config.accessTokens(), fetched, publisher::publish, new Turns(config.turn()), clock);
        return new EventBatches<>(
                EventType.SURVEY_ANNOUNCED,
                answers,
                new DeadLetterPublisher(publisher, SERVICE, clock),
                () -> answers.isProviderThere() && publisher.isReadyFor(Topics.FEEDBACK_RECEIVED));
    }

    /** Events are refused for as long as their topic is not known, so each is asked for before it is needed. */
    void askForTopics(@Observes StartupEvent started, EventPublisher publisher) {
        publisher.isReadyFor(Topics.SURVEY_ANNOUNCED);
        publisher.isReadyFor(Topics.FEEDBACK_REJECTED);
        publisher.isReadyFor(Topics.deadLetters(Topics.SURVEY_ANNOUNCED, SERVICE));
    }

    /** The publisher is closed later, by who made it: first what brings new work. */
    void stop(@Observes ShutdownEvent event, EventBatches<SurveyAnnounced> announcements) {
        announcements.close();
    }
}
