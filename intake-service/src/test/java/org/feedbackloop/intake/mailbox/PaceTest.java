package org.feedbackloop.intake.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Pace HALF_A_MINUTE = Pace.of(Duration.ofSeconds(30));

    @Test
    void each_failure_doubles_the_pause() {
        assertThat(HALF_A_MINUTE.pause()).isEqualTo(Duration.ofSeconds(30));
        assertThat(HALF_A_MINUTE.afterFailure().pause()).isEqualTo(Duration.ofSeconds(60));
        assertThat(HALF_A_MINUTE.afterFailure().afterFailure().pause()).isEqualTo(Duration.ofSeconds(120));
    }

    @Test
    void the_pause_is_never_longer_than_ten_minutes_unless_it_always_is() {
        Pace pace = HALF_A_MINUTE;
        for (int failure = 0; failure < 1_000; failure++) {
            pace = pace.afterFailure();
        }

        assertThat(pace.pause()).isEqualTo(Duration.ofMinutes(10));
        assertThat(Pace.of(Duration.ofHours(1)).afterFailure().pause()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void a_look_that_goes_well_makes_up_for_all_failures() {
        assertThat(HALF_A_MINUTE.afterFailure().afterFailure().afterSuccess()).isEqualTo(HALF_A_MINUTE);
    }

    @Test
    void a_server_is_not_asked_all_the_time() {
        assertThatThrownBy(() -> Pace.of(Duration.ofMillis(999))).isInstanceOf(IllegalArgumentException.class);
    }
}
