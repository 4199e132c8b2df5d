package org.feedbackloop.intake.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.feedbackloop.intake.problem.Problem.Kind;
import org.feedbackloop.intake.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoorkeeperTest {

    private final Doorkeeper doorkeeper = new Doorkeeper(() -> ApiKeys.single(LocalSecrets.KEY, LocalSecrets.HOLDER));

    @ParameterizedTest
    @ValueSource(strings = {"Bearer local-key", "bearer local-key", "Bearer  local-key "})
    void who_shows_a_key_is_known(String authorization) {
        assertThat(doorkeeper.identify(authorization).name()).isEqualTo("local");
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
    void local_secrets_are_for_a_developers_own_machine() {
        assertThat(LocalSecrets.sufficeFor(List.of("test", "local"))).isTrue();
        assertThat(LocalSecrets.sufficeFor(List.of("prod"))).isFalse();
        assertThat(LocalSecrets.sufficeFor(List.of("local", "prod"))).isFalse();
    }
}
