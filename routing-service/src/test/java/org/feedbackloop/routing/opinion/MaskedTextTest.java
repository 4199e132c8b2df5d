package org.feedbackloop.routing.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskedTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Write to ada.marsh+shop@example.org, please | Write to [address] please
            mail:ada@example.org                        | [address]
            ada@пример.рф и ada@example                 | [address] и [address]
            I am @ada_marsh over there                  | I am [address] over there
            Call +44 7700 900123 after six              | Call [number] after six
            Call (022) 123-45-67!                       | Call ([number]!
            Мой телефон 8 (912) 345‑67‑89               | Мой телефон [number]
            شماره ۰۹۱۲۳۴۵۶۷۸۹ است                      | شماره [number] است
            मेरा नंबर ९८७६५ ४३२१० है                    | मेरा नंबर [number] है
            DE89 3704 0044 0532 0130 00                 | DE[number]
            card 4111-1111-1111-1111 was charged        | card [number] was charged
            see https://shop.example.org/r?token=abc or WWW.example.org/a | see [link] or [link]
            Two of 12 lamps, order A-4711, for 35.50    | Two of 12 lamps, order A-4711, for 35.50
            """)
    void addresses_links_and_long_numbers_are_masked_and_the_rest_stays(String text, String masked) {
        assertThat(MaskedText.of(text).text()).isEqualTo(masked);
    }

    @Test
    void only_the_beginning_of_a_long_text_is_kept() {
        assertThat(MaskedText.of("word ".repeat(1_000)).text()).hasSize(MaskedText.LONGEST);
    }

    @Test
    void an_address_at_the_cut_does_not_slip_through() {
        String text = "a".repeat(MaskedText.LONGEST - 10) + " ada.marsh@example.org";

        assertThat(MaskedText.of(text).text()).doesNotContain("ada").endsWith(" [address]");
    }

    @Test
    void no_character_is_cut_in_two() {
        assertThat(MaskedText.of("a" + "😡".repeat(MaskedText.LONGEST)).text()).hasSize(MaskedText.LONGEST - 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1 ", "a", "@", "a@", "https://", "1-("})
    void the_longest_text_there_may_be_is_masked_without_end_or_overflow(String piece) {
        assertThat(MaskedText.of(piece.repeat(20_000 / piece.length())).text().length())
                .isLessThanOrEqualTo(MaskedText.LONGEST);
    }

    @Test
    void it_does_not_print_itself() {
        assertThat(MaskedText.of("I am angry")).hasToString("MaskedText[10 characters]");
    }
}
