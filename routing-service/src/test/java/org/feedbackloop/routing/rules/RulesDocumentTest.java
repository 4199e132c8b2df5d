package org.feedbackloop.routing.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.feedbackloop.routing.rules.RulesRefused.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulesDocumentTest {

    private static final String SOUND = """
            name: small-1
            languages:
              en:
                script: latin
                words: [the, and]
                negation: {words: [not], side: before, reach: 2}
                cues:
                  complaint: {strong: [broken], weak: [late]}
              ru: {script: cyrillic, letters: ыэ, words: [и, в]}
            neighbours:
              de: {script: latin, words: [der, und]}
            signs:
              praise: {strong: [👍]}
            categories:
              - {path: billing, pages: [checkout], words: {en: [invoice*]}}
            calendars:
              office: {zone: Europe/Warsaw, week: {monday: ["09:00-18:00"]}, holidays: [2026-12-25]}
            queues:
              - {name: billing, categories: [billing], languages: [en], calendar: office}
              - {name: general, calendar: office}
            fallback: general
            harm: {injury: {words: {en: [injur*]}}}
            priorities: {worstScore: high, types: {praise: low}}
            obligations:
              complaint: {action: resolve, within: 3d, acknowledgeWithin: 4h}
            """;

    @Test
    void a_sound_document_is_kept_as_it_was_written() {
        RulesDocument document = RulesDocument.parse(SOUND);

        assertThat(document.text()).isEqualTo(SOUND);
        assertThat(document.rules().name()).isEqualTo("small-1");
    }

    @Test
    void a_changed_document_is_another_version_even_under_the_same_name() {
        String before = RulesDocument.parse(SOUND).version();
        String after = RulesDocument.parse(SOUND.replace("late", "tardy")).version();

        assertThat(before).startsWith("small-1-");
        assertThat(after).startsWith("small-1-").isNotEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    name: small-1              | title: small-1             | 1  | title                             | unknown; known here
                    name: small-1              | name: small 1              | 1  | name                              | 1 to 40 letters
                    letters: ыэ                | letters: ы э              | 9  | languages.ru.letters              | rows of them
                    letters: ыэ                | letters: я-а              | 9  | languages.ru.letters              | first letter to its last
                    ru: {script                | xx: {script               | 9  | languages.xx                      | told from others
                    de: {script                | zz: {script               | 11 | neighbours.zz                     | told from others
                    script: latin              | script: runes              | 4  | languages.en.script               | runes
                    words: [the, and]          | words: the                 | 5  | languages.en.words                | must be a list
                    words: [the, and]          | words: [the, The]          | 5  | languages.en.words[1]             | in this list already
                    words: [the, and]          | words: [the, '']           | 5  | languages.en.words[1]             | must be a text
                    side: before               | side: around               | 6  | languages.en.negation.side        | must be one of before, after
                    reach: 2                   | reach: 0                   | 6  | languages.en.negation             | 1 to 5 words
                    reach: 2                   | reach: far                 | 6  | languages.en.negation.reach       | whole number
                    strong: [broken]           | strong: ['*broken']        | 8  | languages.en.cues.complaint.strong[0] | end of a word
                    strong: [broken]           | strong: [late]             | 8  | languages.en.cues.complaint.weak[0] | a cue already
                    complaint: {strong         | other: {strong             | 8  | languages.en.cues.other           | left over
                    complaint: {strong         | anger: {strong             | 8  | languages.en.cues.anger           | must be one of complaint
                    ru: {script                | Russian: {script           | 9  | languages.Russian                 | two lower-case letters
                    de: {script                | ru: {script                | 11 | neighbours.ru                     | no neighbour
                    path: billing              | path: Billing              | 15 | categories[0]                     | lower-case letters
                    {en: [invoice*]}           | {fr: [facture]}            | 15 | categories[0].words.fr            | none of the languages
                    zone: Europe/Warsaw        | zone: Europe/Krakow        | 17 | calendars.office.zone             | Europe/Krakow
                    week: {monday              | week: {moonday             | 17 | calendars.office.week.moonday     | must be one of monday
                    09:00-18:00                | 09:00-25:00                | 17 | calendars.office.week.monday[0]   | opens before it closes
                    2026-12-25                 | 2026-02-30                 | 17 | calendars.office.holidays[0]      | 2026-02-30
                    categories: [billing]      | categories: [garden]       | 19 | queues[0].categories[0]           | there is no category garden
                    languages: [en]            | languages: [fr]            | 19 | queues[0].languages[0]            | none of the languages
                    name: general              | name: billing              | 20 | queues[1]                         | billing is there twice
                    {name: general, calendar: office} | {name: general, calendar: shop} | 20 | queues[1].calendar    | there is no calendar shop; known: office
                    {name: general, calendar: office} | {name: general}        | 20 | queues[1]                         | calendar is missing
                    fallback: general          | fallback: lost             | 21 | fallback                          | there is no queue lost
                    fallback: general          | fallback: billing          | 21 | fallback                          | every language
                    {en: [injur*]}             | {xx: [injur*]}             | 22 | harm.injury.words.xx              | none of the languages
                    worstScore: high           | worstScore: hot            | 23 | priorities.worstScore             | must be one of urgent
                    types: {praise             | types: {prayer             | 23 | priorities.types.prayer           | must be one of complaint
                    within: 3d                 | within: soon               | 25 | obligations.complaint.within      | such as 30m, 4h or 3d
                    action: resolve,           | action: '',                | 25 | obligations.complaint.action      | must be a text
                    """)
    void what_is_wrong_is_refused_with_its_line_place_and_reason(
            String sound, String wrong, int line, String path, String reason) {
        assertThat(SOUND).contains(sound);

        var refused = catchThrowableOfType(
                RulesRefused.class, () -> RulesDocument.parse(SOUND.replaceFirst(quoted(sound), wrong)));

        assertThat(refused.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.path()).isEqualTo(path);
            assertThat(problem.reason()).contains(reason);
        });
        assertThat(refused).hasMessageContaining("line " + line + ", " + path + ": ");
    }

    @Test
    void all_that_is_wrong_in_a_section_is_told_at_once() {
        String wrong = SOUND.replace("script: latin\n", "script: runes\n").replace("ыэ, words: [и, в]", "ыэ");

        var refused = catchThrowableOfType(RulesRefused.class, () -> RulesDocument.parse(wrong));

        assertThat(refused.problems()).extracting(Problem::path).containsExactly("languages.en.script", "languages.ru");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "# nothing", "just words", "- a list", "name: [unclosed", "a: 1\na: 2", "\t", "? [a]\n: b"})
    void what_is_no_such_document_at_all_is_refused(String text) {
        assertThatThrownBy(() -> RulesDocument.parse(text))
                .isInstanceOf(RulesRefused.class)
                .hasMessageStartingWith("rules refused:\nline ");
    }

    private static String quoted(String text) {
        return java.util.regex.Pattern.quote(text);
    }
}
