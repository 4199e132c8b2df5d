package org.feedbackloop.intake.door;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

class BodyLimitWiringTest {

    @Test
    void one_mail_of_the_largest_may_be_all_that_is_taken_at_once() {
        assertThatCode(() -> wiring("20M", "20M")).doesNotThrowAnyException();
    }

    @Test
    void a_mail_that_is_allowed_and_would_never_be_taken_stops_the_start() {
        assertThatThrownBy(() -> wiring("20M", "19M"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("intake.door.limits.mail-at-once");
    }

    private static BodyLimitWiring wiring(String mail, String mailAtOnce) {
        return new BodyLimitWiring(new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(DoorConfig.class)
                .withDefaultValue("intake.door.public-url", "http://127.0.0.1:8081")
                .withDefaultValue("intake.door.limits.mail", mail)
                .withDefaultValue("intake.door.limits.mail-at-once", mailAtOnce)
                .build()
                .getConfigMapping(DoorConfig.class));
    }
}
