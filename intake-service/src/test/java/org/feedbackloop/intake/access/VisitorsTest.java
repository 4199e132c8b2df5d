package org.feedbackloop.intake.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.feedbackloop.intake.problem.Problem.Kind;
import org.feedbackloop.intake.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisitorsTest {

    private long nanos;

    private final Visitors visitors = new Visitors(
            new Allowances(new TimeMeter() {
                @Override
                public long currentTimeNanos() {
                    return nanos;
                }

                @Override
                public boolean isWallClockBased() {
                    return false;
                }
            }),
            new Rate(2, Duration.ofMinutes(1), 2));

    @Test
    void an_address_that_sends_too_much_is_told_when_it_may_again() {
        visitors.admit("192.0.2.1");
        visitors.admit("192.0.2.1");

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> visitors.admit("192.0.2.1"))
                .satisfies(refusal -> {
                    assertThat(refusal.problem().kind()).isEqualTo(Kind.TOO_MANY);
                    assertThat(refusal.headers()).containsEntry("Retry-After", "31");
                });
        nanos += Duration.ofSeconds(31).toNanos();
        assertThatCode(() -> visitors.admit("192.0.2.1")).doesNotThrowAnyException();
    }

    @Test
    void another_address_does_not_suffer_for_it() {
        visitors.admit("192.0.2.1");
        visitors.admit("192.0.2.1");

        assertThatCode(() -> visitors.admit("192.0.2.2")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "2001:db8:1:2:3:4:5:6, 20010db800010002",
        "2001:db8:1:2::9, 20010db800010002",
        "2001:db8:1:3::9, 20010db800010003",
        "::ffff:192.0.2.1, 192.0.2.1",
        "unknown, unknown",
        "1:2:3, 1:2:3"
    })
    void the_addresses_of_one_household_are_one(String address, String network) {
        assertThat(Visitors.network(address)).isEqualTo(network);
    }
}
