package org.feedbackloop.routing.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.Character.UnicodeScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProseTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Hello, World!                                    | hello world
            see https://example.org/a/b?c=d#e now            | see now
            see www.example.de now                           | see now
            see example.com, now                             | see now
            see shop.example.pl/lampy now                    | see now
            it arrived.it was broken                         | it arrived it was broken
            write to ada@example.org or @ada please          | write to or please
            order BRK-4711-XL and A54, not ERR_AUTH          | order and not
            open C:\\Users\\ada\\lamp.txt please             | open please
            5 lamps for 20 euros                             | lamps for euros
            soooooo goooood                                  | soo good
            👍👍 great 🎉                                     | great
            don't l’ordre                                    | don't l’ordre
            and/or                                           | and or
            """)
    void only_words_are_left(String text, String words) {
        assertThat(Prose.of(text).words()).isEqualTo(" " + words + " ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Купил Apple iPhone Pro Max, не работает          | CYRILLIC   | купил не работает
            گوشی Samsung Galaxy من خراب شد                    | ARABIC     | گوشی من خراب شد
            My friend Сергей says that you are closed        | LATIN      | my friend says that you are closed
            BOSCH                                            | LATIN      | bosch
            می‌خواهم                                          | ARABIC     | می‌خواهم
            हाँ                                              | DEVANAGARI | हाँ
            """)
    void names_in_another_script_are_left_out(String text, UnicodeScript script, String words) {
        Prose prose = Prose.of(text);

        assertThat(prose.script()).isEqualTo(script);
        assertThat(prose.words()).isEqualTo(" " + words + " ");
    }

    @ParameterizedTest
    @CsvSource({"''", "4711", "'...'", "👍", "https://example.org/"})
    void a_text_without_words_is_empty(String text) {
        assertThat(Prose.of(text).isEmpty()).isTrue();
    }

    @Test
    void letters_of_names_are_not_among_the_letters() {
        assertThat(Prose.of("Hernández was kind").letters().get('á')).isFalse();
        assertThat(Prose.of("HERNÁNDEZ").letters().get('á')).isTrue();
    }

    @Test
    void words_and_letters_are_counted() {
        Prose prose = Prose.of("It's 4711 times better");

        assertThat(prose.wordCount()).isEqualTo(3);
        assertThat(prose.letterCount()).isEqualTo(14);
    }

    @Test
    @Timeout(20)
    void neither_a_long_text_nor_a_long_address_costs_more_than_to_read_it_once() {
        assertThat(Prose.of("lamp ".repeat(100_000)).letterCount()).isEqualTo(1_000);
        assertThat(Prose.of("x".repeat(1_000_000)).letterCount()).isEqualTo(1_000);
        assertThat(Prose.of("a.b".repeat(300_000) + "@").isEmpty()).isTrue();
    }
}
