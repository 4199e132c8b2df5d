package org.feedbackloop.intake.surveyfetch;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/**
 * Asks SurveyMonkey, and tells one that is away from one that says no. Patient for some seconds; to wait for longer is for who
 * asks, and when most calls fail nobody asks for a while.
 */
@ApplicationScoped
public class SurveyMonkeyRelay {

    private static final int TIMED_OUT = 408;
    private static final int ASKED_TOO_MUCH = 429;

    private final SurveyMonkeyResource surveyMonkey;

    SurveyMonkeyRelay(@Identifier("surveymonkey") SurveyMonkeyResource surveyMonkey) {
        this.surveyMonkey = surveyMonkey;
    }

    /**
     * The client has its own, configured, limit for each call; the one here is for an answer that begins and never ends.
     *
     * @throws ProviderAway if it does not answer, or asks us to come again later
     * @throws AnswersRefused if it has no such response, or none for us
     */
    @Retry(
            maxRetries = 2,
            delay = 200,
            jitter = 100,
            retryOn = {ProviderAway.class, TimeoutException.class})
    @CircuitBreaker(
            requestVolumeThreshold = 6,
            failureRatio = 0.8,
            delay = 3,
            delayUnit = ChronoUnit.SECONDS,
            failOn = {ProviderAway.class, TimeoutException.class})
    @Timeout(value = 30, unit = ChronoUnit.SECONDS)
    byte[] details(String accessToken, String survey, String response) {
        try {
            return surveyMonkey.details(survey, response, true, "Bearer " + accessToken);
        } catch (WebApplicationException e) {
            int status = e.getResponse().getStatus();
            if (status == TIMED_OUT || status == ASKED_TOO_MUCH || status >= 500) {
                throw new ProviderAway("SurveyMonkey answers " + status, e);
            }
            throw new AnswersRefused("SurveyMonkey answers " + status + " for a response of the survey " + survey);
        } catch (ProcessingException e) {
            throw new ProviderAway("SurveyMonkey does not answer", e);
        }
    }
}
