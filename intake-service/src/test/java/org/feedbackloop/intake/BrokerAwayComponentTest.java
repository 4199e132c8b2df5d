package org.feedbackloop.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.feedbackloop.local.TestStack;
import org.junit.jupiter.api.Test;

/**
 * A broker that cannot be reached when the service starts, and then can. A broker that goes away later is for the journey
 * tests: here it is shared with others.
 */
@QuarkusTest
@TestProfile(BrokerAwayComponentTest.BrokerBehindAGate.class)
class BrokerAwayComponentTest {

    private static final String COLD_COFFEE = "{\"channel\":\"sms\",\"text\":\"The coffee was cold\"}";

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String gate;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    @Test
    void what_cannot_be_kept_is_not_accepted_until_the_broker_is_there() throws IOException {
        Caller caller = new Caller(port);

        HttpResponse<String> away = caller.post("/v1/feedback", COLD_COFFEE, "Idempotency-Key", "gate");

        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(away.headers().firstValue("Retry-After")).contains("2");
        assertThat(away.headers().firstValue("Content-Type")).contains("application/problem+json");
        HttpResponse<String> batch = caller.postSoon("/v1/feedback/batch", "application/x-ndjson", COLD_COFFEE + "\n{}")
                .join();
        assertThat(batch.statusCode()).isEqualTo(503);
        assertThat(batch.body()).contains("\"status\":\"unavailable\"").contains("\"status\":\"rejected\"");
        assertThat(health("live")).isEqualTo(200);
        assertThat(health("ready")).isEqualTo(503);

        try (Gate open = Gate.open(gate, TestStack.attach().bootstrapServers())) {
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(caller.post("/v1/feedback", COLD_COFFEE, "Idempotency-Key", "gate")
                                    .statusCode())
                            .isEqualTo(202));
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(health("ready")).isEqualTo(200));
        }
    }

    private int health(String kind) {
        Caller management = new Caller(managementPort);
        return management.send(management.request("/q/health/" + kind)).join().statusCode();
    }

    public static final class BrokerBehindAGate implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("kafka.bootstrap.servers", "127.0.0.1:" + Gate.freePort());
        }

        /** The stack's own address, which the service must not know from the start, comes with them. */
        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }
}
