package org.feedbackloop.notification.letter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource({"ru,RU", "pl-PL,PL", "FA,FA", "es-419,ES", "und,EN", "fr,EN", "'',EN", "no language at all,EN"})
    void whoever_we_write_to_there_is_a_language(String spoken, Language written) {
        assertThat(Language.closestTo(spoken)).isEqualTo(written);
    }

    @Test
    void persian_is_written_from_right_to_left() {
        assertThat(Language.FA.direction()).isEqualTo("rtl");
    }
}
