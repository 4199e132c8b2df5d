package org.feedbackloop.intake.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.feedbackloop.intake.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {

    @Test
    void no_header_is_no_key() {
        assertThat(IdempotencyKey.parse(null)).isNull();
    }

    @Test
    void a_key_of_the_greatest_length_is_taken() {
        assertThat(IdempotencyKey.parse("k".repeat(255))).isEqualTo(new IdempotencyKey("k".repeat(255), 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\tb", "clé", "a\u007f"})
    void what_cannot_be_a_key_is_refused(String header) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> IdempotencyKey.parse(header))
                .satisfies(refusal -> assertThat(
                                refusal.problem().invalidParams().get(0).name())
                        .isEqualTo("Idempotency-Key"));
    }

    @Test
    void a_key_that_is_too_long_is_refused() {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> IdempotencyKey.parse("k".repeat(256)));
    }
}
