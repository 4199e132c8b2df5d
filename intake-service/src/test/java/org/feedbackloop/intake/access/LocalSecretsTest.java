package org.feedbackloop.intake.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalSecretsTest {

    @ParameterizedTest
    @ValueSource(strings = {"local-secret", "too-short-for-a-secret", ""})
    void production_refuses_a_secret_that_keeps_nobody_out(String secret) {
        assertThatIllegalStateException()
                .isThrownBy(() -> LocalSecrets.checked("intake.surveys.secret", secret, List.of("prod")))
                .withMessageContaining("intake.surveys.secret")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("too-short-for-a-secret"));
    }

    @Test
    void a_developers_machine_takes_any() {
        assertThat(LocalSecrets.checked("intake.surveys.secret", "local-secret", List.of("local")))
                .isEqualTo("local-secret");
    }

    @Test
    void production_takes_one_of_its_own() {
        String own = "x".repeat(32);

        assertThat(LocalSecrets.checked("intake.surveys.secret", own, List.of("prod")))
                .isEqualTo(own);
    }
}
