package org.feedbackloop.routing.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.feedbackloop.routing.reading.Words;
import org.junit.jupiter.api.Test;

class LexiconTest {

    private final Lexicon lexicon = Lexicon.parse("""
            # what is good
            [good]
            en: happy, lovely
            pl: super, Happy
            [bad]
            en: not happy, awful*
            [again]
            ru: снова
            """);

    @Test
    void a_longer_phrase_silences_the_shorter_ones_within_it() {
        assertThat(found("not happy, but lovely")).containsExactly("bad not happy 0-1", "good lovely 3-3");
    }

    @Test
    void a_phrase_that_languages_share_is_found_once() {
        assertThat(found("happy")).containsExactly("good happy 0-0");
    }

    @Test
    void what_is_found_is_told_as_the_lexicon_has_it() {
        assertThat(found("Awfully late. СНОВА!")).containsExactly("bad awful* 0-0", "again снова 3-3");
    }

    @Test
    void the_shipped_one_knows_good_from_bad_in_every_language() {
        Lexicon shipped = Lexicon.shipped();
        for (String text : List.of("excellent", "excelente", "عالی", "शानदार", "świetny", "отлично", "👍")) {
            assertThat(groups(shipped, text)).as(text).contains("good").doesNotContain("bad");
        }
        for (String text : List.of("terrible", "pésimo", "افتضاح", "घटिया", "okropny", "ужасный", "👎")) {
            assertThat(groups(shipped, text)).as(text).contains("bad").doesNotContain("good");
        }
    }

    private List<String> found(String text) {
        List<String> found = new ArrayList<>();
        lexicon.in(Words.of(text))
                .each((entry, first, last) ->
                        found.add(lexicon.name(entry.group()) + " " + entry.phrase() + " " + first + "-" + last));
        return found;
    }

    private static List<String> groups(Lexicon lexicon, String text) {
        List<String> groups = new ArrayList<>();
        lexicon.in(Words.of(text)).each((entry, first, last) -> groups.add(lexicon.name(entry.group())));
        return groups;
    }
}
