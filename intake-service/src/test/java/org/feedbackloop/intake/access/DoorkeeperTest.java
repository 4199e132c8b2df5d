package org.feedbackloop.intake.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.intake.access.ApiKeys.Holder;
import org.feedbackloop.intake.problem.Problem.Kind;
import org.feedbackloop.intake.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoorkeeperTest {

    private static final Holder SLOW =
            new Holder(new Integration("slow", "acme", Set.of(Channel.SMS)), Rate.perSecond(1, 3));

    private long nanos;

    private final Doorkeeper doorkeeper = new Doorkeeper(
            () -> ApiKeys.single(LocalSecrets.KEY, LocalSecrets.HOLDER),
            () -> Webhooks.parse("""
                    webhooks:
                      - {name: acme-bot, address: messenger/telegram, brand: acme, secret: one}
                      - {name: other-bot, address: messenger/telegram, brand: other, secret: two, verifyToken: three}
                    """),
            new Allowances(new TimeMeter() {
                @Override
                public long currentTimeNanos() {
                    return nanos;
                }

                @Override
                public boolean isWallClockBased() {
                    return false;
                }
            }));

    @ParameterizedTest
    @ValueSource(strings = {"Bearer local-key", "bearer local-key", "Bearer  local-key "})
    void who_shows_a_key_is_known(String authorization) {
        assertThat(doorkeeper.identify(authorization).integration().name()).isEqualTo("local");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", "Bearer", "Bearer ", "Bearer other", "Basic local-key", "local-key", "Bearer local-key x"})
    void who_shows_none_is_refused(String authorization) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> doorkeeper.identify(authorization))
                .satisfies(refusal -> assertThat(refusal.problem().kind()).isEqualTo(Kind.UNKNOWN_KEY));
    }

    @Test
    void the_secret_that_fits_tells_who_speaks() {
        assertThat(doorkeeper
                        .identify(
                                "messenger/telegram",
                                webhook -> webhook.secret().equals("two"))
                        .brand())
                .isEqualTo("other");
    }

    @Test
    void no_secret_that_fits_is_a_refusal() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> doorkeeper.identify("messenger/telegram", webhook -> false))
                .satisfies(refusal -> assertThat(refusal.problem().kind()).isEqualTo(Kind.NOT_AUTHENTIC));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> doorkeeper.identify("messenger/viber", webhook -> true));
    }

    @Test
    void a_secret_is_not_printed() {
        assertThat(doorkeeper.webhooksAt("messenger/telegram").toString()).doesNotContain("two", "three");
    }

    @Test
    void a_burst_is_let_in_and_what_is_more_is_told_when() {
        doorkeeper.admit(SLOW, 3);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> doorkeeper.admit(SLOW, 2))
                .satisfies(refusal -> {
                    assertThat(refusal.problem().kind()).isEqualTo(Kind.TOO_MANY);
                    assertThat(refusal.headers())
                            .containsEntry("RateLimit-Policy", "\"default\";q=1;w=1")
                            .containsEntry("RateLimit", "\"default\";r=0;t=3")
                            .containsEntry("Retry-After", "3");
                });
        nanos += Duration.ofSeconds(2).toNanos();
        assertThat(doorkeeper.admit(SLOW, 2).name()).isEqualTo("slow");
    }

    @Test
    void a_batch_that_is_more_than_a_burst_can_still_come_in() {
        assertThat(doorkeeper.admit(SLOW, 2_000).name()).isEqualTo("slow");
    }

    @Test
    void local_secrets_are_for_a_developers_own_machine() {
        assertThat(LocalSecrets.sufficeFor(List.of("test", "local"))).isTrue();
        assertThat(LocalSecrets.sufficeFor(List.of("prod"))).isFalse();
        assertThat(LocalSecrets.sufficeFor(List.of("local", "prod"))).isFalse();
    }
}
