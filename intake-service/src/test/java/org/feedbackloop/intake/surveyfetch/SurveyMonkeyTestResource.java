package org.feedbackloop.intake.surveyfetch;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager.TestInjector.MatchesType;
import java.util.Map;

/** Stands where SurveyMonkey's API would, and says what a test tells it to. */
public final class SurveyMonkeyTestResource implements QuarkusTestResourceLifecycleManager {

    static final String TOKEN = "token-of-the-tests";

    private final WireMockServer server =
            new WireMockServer(wireMockConfig().bindAddress("127.0.0.1").dynamicPort());

    @Override
    public Map<String, String> start() {
        server.start();
        return Map.of(
                "intake.surveymonkey.base-url",
                "http://127.0.0.1:" + server.port(),
                "intake.surveymonkey.timeout",
                "1s",
                "intake.surveymonkey.turn",
                "4s",
                SurveyMonkeyRelay.class.getName() + "/details/CircuitBreaker/delay",
                "1",
                "intake.surveymonkey.access-tokens.\"survey/surveymonkey\"",
                TOKEN,
                "intake.surveymonkey.scales.81",
                "nps");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(server, new MatchesType(WireMockServer.class));
    }

    @Override
    public void stop() {
        server.stop();
    }
}
