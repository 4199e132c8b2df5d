package org.feedbackloop.routing.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    private static final List<String> KNOWN = List.of("calendars", "categories", "queues", "fallback", "en", "es");

    @ParameterizedTest
    @CsvSource({
        "calenders, calendars",
        "catgories, categories",
        "queeus,    queues",
        "Fallback,  fallback",
        "fallbakc,  fallback",
        "EN,        en",
    })
    void a_slip_of_the_fingers_is_seen_through(String written, String meant) {
        assertThat(Spelling.nearest(written, KNOWN)).contains(meant);
        assertThat(Spelling.hint(written, KNOWN)).isEqualTo("; did you mean " + meant + "?");
    }

    @ParameterizedTest
    @CsvSource({"colour", "title", "xx", "priorities"})
    void what_is_like_nothing_is_not_guessed_at(String written) {
        assertThat(Spelling.nearest(written, KNOWN)).isEmpty();
        assertThat(Spelling.hint(written, KNOWN)).isEmpty();
    }
}
