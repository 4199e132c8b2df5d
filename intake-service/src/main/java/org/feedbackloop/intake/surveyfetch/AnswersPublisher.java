package org.feedbackloop.intake.surveyfetch;

import java.time.Clock;
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
import org.jboss.logging.Logger;

/**
 * Fetches the answers to announcements and publishes them. Returns when the broker has acknowledged them all. For one thread.
 */
final class AnswersPublisher implements EventHandler<SurveyAnnounced> {

    private static final Logger LOG = Logger.getLogger(AnswersPublisher.class);

    private final SurveyMonkeyRelay surveyMonkey;
    private final Map<String, String> accessTokens;
    private final FetchedAnswers fetched;
    private final Function<Event<?>, CompletableFuture<Void>> publisher;
    private final Turns turns;
    private final Clock clock;
    private final AtomicBoolean providerWasAway = new AtomicBoolean();

    /** @param accessTokens by the name of the integration */
    AnswersPublisher(
            SurveyMonkeyRelay surveyMonkey,
            Map<String, String> accessTokens,
            FetchedAnswers fetched,
            Function<Event<?>, CompletableFuture<Void>> publisher,
            Turns turns,
            Clock clock) {
        this.surveyMonkey = surveyMonkey;
        this.accessTokens = Map.copyOf(accessTokens);
        this.fetched = fetched;
        this.publisher = publisher;
        this.turns = turns;
        this.clock = clock;
    }

    @Override
    public void handle(List<Event<SurveyAnnounced>> announcements) {
        CompletableFuture<?>[] acknowledgements = announcements.stream()
                .map(announced -> publisher.apply(next(announced)))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(acknowledgements).join();
    }

    /** What the announcement leads to; or itself, to be read once more behind all others, if its turn is over. */
    private Event<?> next(Event<SurveyAnnounced> announced) {
        byte[] details;
        try {
            details = details(announced.data());
        } catch (ProviderAway away) {
            return switch (turns.failed(announced.id(), clock.instant())) {
                case TRY_AGAIN -> {
                    providerWasAway.set(true);
                    throw away;
                }
                case GO_TO_THE_BACK -> {
                    LOG.warnf("survey-put-back eventId=%s reason=%s", announced.id(), away.getMessage());
                    yield announced;
                }
                case GIVE_UP ->
                    throw new AnswersRefused(away.getMessage() + " for a response, and has answered for others");
            };
        }
        turns.answered(announced.id(), clock.instant());
        return fetched.event(TraceContext.handledBy("intake-service", announced), details);
    }

    private byte[] details(SurveyAnnounced announced) {
        String token = accessTokens.get(announced.integration());
        if (token == null) {
            throw new AnswersRefused(
                    "intake.surveymonkey.access-tokens has none for the integration " + announced.integration());
        }
        try {
            return surveyMonkey.details(token, announced.survey(), announced.response());
        } catch (CircuitBreakerOpenException | TimeoutException e) {
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
