package org.feedbackloop.routing.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhrasesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    don't work    | It DONT work
                    dont work     | it don’t work
                    devolución    | quiero una DEVOLUCION
                    złe           | Zle!
                    ещё           | еще раз
                    می‌شود          | نمی شود می شود
                    میشود          | می‌شود
                    كيفية          | کیفیه
                    पहुँचा          | पहुंचा
                    complain*     | a complaint
                    complain*     | I complain.
                    deliver* late | delivered late
                    deliver* la*  | deliveries later
                    ?             | Really?
                    👍            | ok 👍🏽
                    """)
    void a_phrase_is_found_however_it_is_written(String phrase, String text) {
        assertThat(found(text, phrase)).containsExactly(phrase);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    late          | later
                    late          | plate
                    not happy     | it is not. Happy customers come back
                    not happy     | not? happy!
                    complain*     | uncomplaining
                    deliver* late | delivered very late
                    a b           | a
                    """)
    void only_whole_words_of_one_sentence_are_a_phrase(String phrase, String text) {
        assertThat(found(text, phrase)).isEmpty();
    }

    @Test
    void every_phrase_is_found_with_its_place() {
        Phrases<String> phrases = new Phrases<>();
        phrases.add("recommend", "short");
        phrases.add("would not recommend", "long");
        phrases.add("recommend", "other meaning");
        List<String> found = new ArrayList<>();

        phrases.in(
                Words.of("I would not recommend it."),
                (meaning, first, last) -> found.add(meaning + " " + first + "-" + last));

        assertThat(found).containsExactlyInAnyOrder("long 1-3", "short 3-3", "other meaning 3-3");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a gift card holder        | gift card holder
                    a card                    | card, another card
                    a card and a gift card    | card, another card, gift card
                    gift card, card holder    | gift card, card, another card
                    Gift. Card                | card, another card
                    """)
    void what_lies_within_a_longer_phrase_is_left_out(String text, String expected) {
        Phrases<String> phrases = new Phrases<>();
        for (String phrase : List.of("card", "gift card", "gift card holder", "unheard")) {
            phrases.add(phrase, phrase);
        }
        phrases.add("card", "another card");
        List<String> found = new ArrayList<>();

        phrases.longestIn(Words.of(text), phrase -> !phrase.equals("unheard"))
                .each((phrase, first, last) -> found.add(phrase));

        assertThat(found).containsExactly(expected.split(", "));
    }

    @Test
    void a_longer_phrase_that_does_not_count_hides_nothing() {
        Phrases<String> phrases = new Phrases<>();
        phrases.add("card", "card");
        phrases.add("gift card", "gift card");
        List<String> found = new ArrayList<>();

        phrases.longestIn(Words.of("a gift card"), phrase -> phrase.equals("card"))
                .each((phrase, first, last) -> found.add(phrase));

        assertThat(found).containsExactly("card");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "...", "*", "a *", "*a", "a*b", "over. And out"})
    void what_cannot_be_found_is_no_phrase(String phrase) {
        assertThatThrownBy(() -> new Phrases<String>().add(phrase, "meaning"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_empty_text_has_no_words() {
        assertThat(Words.of("").count()).isZero();
        assertThat(found("", "a")).isEmpty();
    }

    private static List<String> found(String text, String phrase) {
        Phrases<String> phrases = new Phrases<>();
        phrases.add(phrase, phrase);
        List<String> found = new ArrayList<>();
        phrases.in(Words.of(text), (meaning, first, last) -> found.add(meaning));
        return found;
    }
}
