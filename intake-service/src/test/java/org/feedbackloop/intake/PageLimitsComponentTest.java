package org.feedbackloop.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.feedbackloop.event.CloudEvents;
import org.feedbackloop.event.Topics;
import org.feedbackloop.local.StackTestResource;
import org.feedbackloop.local.TopicReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Public pages with the limits that stand between them and the internet. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
@QuarkusTestResource(ApiKeysTestResource.class)
@TestProfile(PageLimitsComponentTest.Strict.class)
class PageLimitsComponentTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    /** What comes before the topics are known is refused, and would count among what a visitor sends. */
    @BeforeEach
    void awaitReady() {
        Caller management = new Caller(managementPort);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> management
                                .send(management.request("/q/health/ready"))
                                .join()
                                .statusCode()
                        == 200);
    }

    @Test
    void who_is_too_quick_is_set_aside_and_who_sends_too_much_is_told_to_wait() {
        Caller visitor = new Caller(port);

        HttpResponse<String> quick = form(visitor, "192.0.2.1", tokenOf(visitor));

        assertThat(quick.statusCode()).isEqualTo(303);
        String id = quick.headers().firstValue("Location").orElseThrow().replaceFirst(".*ref=", "");
        assertThat(new TopicReader(broker).readToEnd(Topics.FEEDBACK_REJECTED))
                .anyMatch(record ->
                        new String(record.headers().lastHeader(CloudEvents.ID).value(), UTF_8).equals(id));

        HttpResponse<String> second = form(visitor, "192.0.2.1", tokenOf(visitor));
        HttpResponse<String> third = form(visitor, "192.0.2.1", tokenOf(visitor));
        HttpResponse<String> another = form(visitor, "192.0.2.2", tokenOf(visitor));
        HttpResponse<String> terminal = visitor.send(visitor.request("/kiosk/entrance/answers")
                        .header("X-Forwarded-For", "192.0.2.1")
                        .header("Content-Type", Caller.JSON)
                        .POST(BodyPublishers.ofString("{\"token\":\"t\",\"score\":3}")))
                .join();

        assertThat(second.statusCode()).isEqualTo(303);
        assertThat(third.statusCode()).isEqualTo(429);
        assertThat(third.body()).contains("Very many messages").contains("Is it you?</textarea>");
        assertThat(Integer.parseInt(third.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 61);
        assertThat(another.statusCode()).isEqualTo(303);
        assertThat(terminal.statusCode()).isEqualTo(429);
        assertThat(terminal.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
    }

    private static HttpResponse<String> form(Caller visitor, String address, String token) {
        return visitor.send(visitor.request("/forms/contact?lang=en")
                        .header("X-Forwarded-For", address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("message=Is+it+you%3F&token=" + token)))
                .join();
    }

    private static String tokenOf(Caller visitor) {
        Matcher matcher = TOKEN.matcher(
                visitor.send(visitor.request("/forms/contact")).join().body());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    public static final class Strict implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "intake.pages.shortest-fill", "1h",
                    "intake.access.visitors.per-minute", "1",
                    "intake.access.visitors.burst", "2",
                    "quarkus.http.proxy.proxy-address-forwarding", "true",
                    "quarkus.http.proxy.trusted-proxies", "127.0.0.1");
        }
    }
}
