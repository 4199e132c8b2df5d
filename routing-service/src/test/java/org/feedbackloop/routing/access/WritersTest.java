package org.feedbackloop.routing.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.feedbackloop.routing.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class WritersTest {

    /** Of "swordfish". */
    private static final String HASH = "b9f195c5cc7ef6afadbfbc42892ad47d3b24c6bc94bb510c4564a90a14e8b799";

    private final Writers writers = Writers.of(List.of(" " + HASH.toUpperCase(java.util.Locale.ROOT) + " "));

    @ParameterizedTest
    @ValueSource(strings = {"Bearer swordfish", "bearer swordfish", "Bearer   swordfish "})
    void who_shows_a_listed_key_is_let_in_under_the_beginning_of_its_hash(String header) {
        assertThat(writers.admit(header)).isEqualTo("key b9f195c5");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Bearer swordfis",
                "Basic swordfish",
                "swordfish",
                HASH,
                "Bearer " + HASH
            })
    void nobody_else_is(String header) {
        assertThatThrownBy(() -> writers.admit(header)).isInstanceOf(Refusal.class);
    }

    @Test
    void without_any_key_nobody_is_and_hears_what_to_do() {
        assertThatThrownBy(() -> Writers.of(List.of()).admit("Bearer local-key"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("routing.access.key-sha256");
    }

    @Test
    void the_key_of_a_developers_machine_is_known_as_such() {
        assertThat(Writers.withLocalKey().admit("Bearer local-key")).startsWith("key ");
        assertThat(Writers.withLocalKey().include(Writers.LOCAL_KEY)).isTrue();
        assertThat(writers.include(Writers.LOCAL_KEY)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "swordfish", "b9f195c5", HASH + "00"})
    void what_is_no_hash_is_refused(String hash) {
        assertThatThrownBy(() -> Writers.of(List.of(hash))).isInstanceOf(IllegalArgumentException.class);
    }
}
