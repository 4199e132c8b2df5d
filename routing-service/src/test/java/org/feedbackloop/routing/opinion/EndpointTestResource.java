package org.feedbackloop.routing.opinion;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager.TestInjector.MatchesType;
import java.util.Map;

/** Stands where the endpoint of a language model would, and says what a test tells it to. */
public final class EndpointTestResource implements QuarkusTestResourceLifecycleManager {

    static final String KEY = "key-of-the-tests";
    static final String MODEL = "model-of-the-tests";

    private final WireMockServer server =
            new WireMockServer(wireMockConfig().bindAddress("127.0.0.1").dynamicPort());

    @Override
    public Map<String, String> start() {
        server.start();
        return Map.of(
                "routing.second-opinion.enabled",
                "true",
                "routing.second-opinion.url",
                server.baseUrl() + "/v1",
                "routing.second-opinion.api-key",
                KEY,
                "routing.second-opinion.model",
                MODEL,
                "routing.second-opinion.timeout",
                "3s",
                "routing.second-opinion.below",
                "0.7",
                "routing.second-opinion.calls-per-minute",
                "6000");
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
