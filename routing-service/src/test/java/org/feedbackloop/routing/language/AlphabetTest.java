package org.feedbackloop.routing.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlphabetTest {

    @Test
    void an_alphabet_has_its_letters_and_rows_and_no_others() {
        Alphabet spanish = Alphabet.parse("a-zñáé");

        assertThat(spanish.isForeign('a')).isFalse();
        assertThat(spanish.isForeign('q')).isFalse();
        assertThat(spanish.isForeign('ñ')).isFalse();
        assertThat(spanish.isForeign('ł')).isTrue();
        assertThat(spanish.foreign(letters("ñoższ"))).isEqualTo(1);
    }

    @Test
    void capitals_stand_for_their_small_letters() {
        assertThat(Alphabet.parse("A-ZŁ").foreign(letters("abł"))).isZero();
    }

    @Test
    void nothing_is_foreign_to_an_alphabet_that_was_not_told() {
        assertThat(Alphabet.UNTOLD.isForeign('ł')).isFalse();
        assertThat(Alphabet.UNTOLD.foreign(letters("ł"))).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a-", "-z", "z-a", "a b", "a,b", "1", "a--z"})
    void what_is_neither_letter_nor_row_is_refused(String text) {
        assertThatThrownBy(() -> Alphabet.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static BitSet letters(String text) {
        BitSet letters = new BitSet();
        text.chars().forEach(letters::set);
        return letters;
    }
}
