package org.feedbackloop.crm;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.source.yaml.YamlConfigSource;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What the configuration says where nobody says otherwise. */
class ProductionTest {

    private final SmallRyeConfig config = productionConfig();

    @Test
    void the_log_is_json_for_machines_to_read() {
        assertThat(config.getValue("quarkus.log.console.json.enabled", Boolean.class))
                .isTrue();
    }

    @Test
    void a_trace_is_recorded_where_a_caller_asks_for_it() {
        assertThat(config.getValue("quarkus.otel.traces.sampler", String.class)).isEqualTo("parentbased_always_off");
    }

    private static SmallRyeConfig productionConfig() {
        try {
            return new SmallRyeConfigBuilder()
                    .addDefaultInterceptors()
                    .withProfile("prod")
                    .withSources(new YamlConfigSource(
                            Objects.requireNonNull(ProductionTest.class.getResource("/application.yaml")), 100))
                    .build();
        } catch (IOException e) {
            throw new IllegalStateException("application.yaml cannot be read", e);
        }
    }
}
