package org.feedbackloop.routing.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpinionWiringTest {

    @Test
    void nobody_is_asked_unless_it_was_enabled() {
        assertThat(wired(Map.of())).isSameAs(SecondOpinion.OFF);
        assertThat(wired(Map.of("url", "https://llm.example.org/v1", "model", "small")))
                .isSameAs(SecondOpinion.OFF);
    }

    @Test
    void enabled_without_an_endpoint_does_not_start_and_says_why() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> wired(Map.of("enabled", "true", "model", "small")))
                .withMessageContaining("there is no routing.second-opinion.url");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            url              | llm.example.org/v1              | no address
            url              | ftp://llm.example.org/v1        | no address
            url              | https:///v1                     | no address
            url              | https://user:key@example.org/v1 | more than host and path
            url              | https://example.org/v1?key=1    | more than host and path
            model            | ' '                             | is empty
            timeout          | 99ms                            | from 100 milliseconds
            timeout          | 11s                             | to 10 seconds
            below            | 0                               | more than 0
            below            | 0.8                             | at most 0.7
            calls-per-minute | 0                               | from 1 to 6000
            calls-at-once    | 65                              | from 1 to 64
            """)
    void what_is_out_of_range_does_not_start_and_is_named(String name, String value, String why) {
        Map<String, String> settings =
                new HashMap<>(Map.of("enabled", "true", "url", "https://llm.example.org/v1", "model", "small"));
        settings.put(name, value);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> wired(settings))
                .withMessageContaining("routing.second-opinion." + name)
                .withMessageContaining(why);
    }

    @Test
    void an_endpoint_does_not_print_its_key() {
        assertThat(new Endpoint(URI.create("https://llm.example.org/v1"), "small", "secret", Duration.ofSeconds(1)))
                .hasToString("Endpoint[https://llm.example.org/v1, small, PT1S]");
    }

    private static SecondOpinion wired(Map<String, String> settings) {
        SmallRyeConfigBuilder builder =
                new SmallRyeConfigBuilder().withMapping(OpinionConfig.class).addDiscoveredConverters();
        settings.forEach((name, value) -> builder.withDefaultValue("routing.second-opinion." + name, value));
        return new OpinionWiring().secondOpinion(builder.build().getConfigMapping(OpinionConfig.class));
    }
}
