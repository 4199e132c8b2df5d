package org.feedbackloop.intake.surveyfetch;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.feedbackloop.delivery.EventHandler;
import org.feedbackloop.delivery.TraceContext;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.v1.SurveyAnnounced;

/**
 * Fetches the answers to announcements and publishes them. Returns when the broker has acknowledged them all. For one thread.
 */
final class AnswersPublisher implements EventHandler<SurveyAnnounced> {

    private final SurveyMonkeyRelay surveyMonkey;
    private final Map<String, String> accessTokens;
    private final FetchedAnswers fetched;
    private final Function<Event<?>, CompletableFuture<Void>> publisher;
    private final AtomicBoolean providerWasAway = new AtomicBoolean();

    /** @param accessTokens by the name of the integration */
    AnswersPublisher(
            SurveyMonkeyRelay surveyMonkey,
            Map<String, String> accessTokens,
            FetchedAnswers fetched,
            Function<Event<?>, CompletableFuture<Void>> publisher) {
        this.surveyMonkey = surveyMonkey;
        this.accessTokens = Map.copyOf(accessTokens);
        this.fetched = fetched;
        this.publisher = publisher;
    }

    @Override
    public void handle(List<Event<SurveyAnnounced>> announcements) {
        CompletableFuture<?>[] acknowledgements = announcements.stream()
                .map(announced -> TraceContext.handledBy("intake-service", announced))
                .map(announced -> publisher.apply(fetched.event(announced, details(announced.data()))))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(acknowledgements).join();
    }

    private byte[] details(SurveyAnnounced announced) {
        String token = accessTokens.get(announced.integration());
        if (token == null) {
            throw new AnswersRefused(
                    "intake.surveymonkey.access-tokens has none for the integration " + announced.integration());
        }
        try {
            return surveyMonkey.details(token, announced.survey(), announced.response());
        } catch (ProviderAway e) {
            providerWasAway.set(true);
            throw e;
        } catch (CircuitBreakerOpenException | TimeoutException e) {
            providerWasAway.set(true);
            throw new ProviderAway("SurveyMonkey has failed too often or taken too long", e);
        }
    }

    /**
     * Whether the last try found the provider there. Only a try can tell, so this says no but once for each try that failed:
     * then it is time for the next one.
     */
    boolean isProviderThere() {
        return !providerWasAway.getAndSet(false);
    }
}
