package org.feedbackloop.intake.surveyfetch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.feedbackloop.event.v1.RatingScale;

/** Where the answers are that SurveyMonkey tells of, and how to get at them. */
@ConfigMapping(prefix = "intake.surveymonkey")
interface SurveyMonkeyConfig {

    /** Its API; accounts in Europe have another one. Without a path. */
    @WithDefault("https://api.surveymonkey.com")
    URI baseUrl();

    /**
     * The access token of each integration, by its name in the list of webhooks. Secret. An announcement of an integration
     * without one goes to the dead letters, from where it may be replayed when there is one.
     */
    Map<String, String> accessTokens();

    /** How long one call may take before it is given up and tried again. From 100 milliseconds to 20 seconds. */
    @WithDefault("5s")
    Duration timeout();

    /**
     * How long a response that SurveyMonkey fails at may hold up those that were announced after it. At least one second.
     * Then the others have their turn, and it has another one behind them.
     */
    @WithDefault("30s")
    Duration turn();

    /**
     * On which scale a question asks for a score, by the question's id: {@code nps}, {@code csat}, {@code stars} or {@code
     * smiley}. SurveyMonkey tells the score and not the scale, and a five means one thing of five and another of ten. Of
     * other questions the score is kept as an answer.
     */
    Map<String, RatingScale> scales();
}
