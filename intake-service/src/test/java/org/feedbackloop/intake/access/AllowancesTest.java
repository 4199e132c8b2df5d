package org.feedbackloop.intake.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.feedbackloop.intake.problem.Refusal;
import org.junit.jupiter.api.Test;

class AllowancesTest {

    private static final Rate ONE_A_SECOND = new Rate(1, Duration.ofSeconds(1), 1);

    private long nanos;

    private final Allowances allowances = new Allowances(new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    });

    @Test
    void a_batch_of_more_than_a_burst_comes_in() {
        assertThatCode(() -> bring(2_000)).doesNotThrowAnyException();
    }

    @Test
    void after_it_nothing_comes_in_until_the_rate_has_paid_for_it() {
        bring(10);

        passSeconds(9);
        assertRefused();
        passSeconds(1);
        assertThatCode(() -> bring(1)).doesNotThrowAnyException();
    }

    @Test
    void what_is_refused_costs_nothing() {
        bring(1);
        assertRefused();
        assertRefused();

        passSeconds(1);
        assertThatCode(() -> bring(1)).doesNotThrowAnyException();
    }

    private void assertRefused() {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> bring(1));
    }

    private void bring(int pieces) {
        allowances.take("shop", ONE_A_SECOND, pieces);
    }

    private void passSeconds(int seconds) {
        nanos += Duration.ofSeconds(seconds).toNanos();
    }
}
