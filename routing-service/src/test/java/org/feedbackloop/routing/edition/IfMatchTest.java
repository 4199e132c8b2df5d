package org.feedbackloop.routing.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.feedbackloop.routing.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class IfMatchTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "'\"shop-1-0a1b2c3d\"',              true",
                "'\"other\", \"shop-1-0a1b2c3d\"',   true",
                "'*',                                true",
                "'\"shop-1\"',                       false",
                "'shop-1-0a1b2c3d',                  false",
                "'W/\"shop-1-0a1b2c3d\"',            false",
            })
    void rules_are_matched_by_their_whole_tag(String header, boolean admitted) {
        assertThat(IfMatch.of(header).admits("shop-1-0a1b2c3d")).isEqualTo(admitted);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void without_it_nothing_is_changed(String header) {
        assertThatThrownBy(() -> IfMatch.of(header)).isInstanceOf(Refusal.class);
    }

    @Test
    void it_is_one_of_several() {
        assertThat(IfMatch.of("\"a\" ,\"b\"").admits("b")).isTrue();
    }
}
