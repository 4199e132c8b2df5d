package org.feedbackloop.routing.rules;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.Stream;
import org.feedbackloop.routing.rules.RulesRefused.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of mistake is refused, and told by its line, its place and its reason. */
class InvalidRulesTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            unknown section               | harm: {injury      | ham: {injury       | 22 | ham                                   | did you mean harm?
            unknown field                 | {name: general     | {nam: general      | 20 | queues[1].nam                         | did you mean name?
            field far from any            | name: small-1      | title: small-1     | 1  | title                                 | known here: calendars, categories
            missing section               | fallback: general  | # no fallback      | 1  | ''                                    | fallback is missing
            missing field                 | , calendar: office}| }                  | 19 | queues[0]                             | calendar is missing
            bad name                      | name: small-1      | name: small 1      | 1  | name                                  | 1 to 40 letters
            name too long                 | name: small-1      | name: a23456789.123456789.123456789.123456789.1 | 1 | name | 1 to 40 letters
            no name                       | name: small-1      | name: ''           | 1  | name                                  | must be a text
            text where a list is due      | words: [the, and]  | words: the         | 5  | languages.en.words                    | must be a list
            mapping where a text is due   | fallback: general  | fallback: {a: b}   | 21 | fallback                              | must be a text
            list where a mapping is due   | harm: {injury: {words: {en: [injur*]}}} | harm: [injur*] | 22 | harm                                  | must be a mapping
            text where a mapping is due   | week: {monday: ["09:00-18:00"]} | week: always | 17 | calendars.office.week            | must be a mapping
            number where a mapping is due | ru: {script: cyrillic, letters: ыэ, words: [и, в]} | ru: 7 | 9 | languages.ru       | must be a mapping
            nothing where a text is due   | zone: Europe/Warsaw | zone:             | 17 | calendars.office.zone                 | must be a text
            unknown script                | script: latin      | script: runes      | 4  | languages.en.script                   | there is no script runes
            language misnamed             | ru: {script        | Russian: {script   | 9  | languages.Russian                     | two lower-case letters
            language that is no neighbour | de: {script        | ru: {script        | 11 | neighbours.ru                         | no neighbour
            same phrase twice in a list   | words: [the, and]  | words: [the, The]  | 5  | languages.en.words[1]                 | in this list already
            same cue for two types        | strong: [broken]   | strong: [late]     | 8  | languages.en.cues.complaint.weak[0]   | a cue already
            empty phrase                  | words: [the, and]  | words: [the, '']   | 5  | languages.en.words[1]                 | must be a text
            phrase without a word         | strong: [broken]   | strong: ['.']      | 8  | languages.en.cues.complaint.strong[0] | one or more words
            phrase over a sentence's end  | strong: [broken]   | strong: ['no. bad'] | 8 | languages.en.cues.complaint.strong[0] | no sentence ends in it
            star at the beginning         | strong: [broken]   | strong: ['*broken'] | 8 | languages.en.cues.complaint.strong[0] | end of a word
            star in the middle            | strong: [broken]   | strong: ['bro*en'] | 8  | languages.en.cues.complaint.strong[0] | end of a word
            cue for other                 | complaint: {strong | other: {strong     | 8  | languages.en.cues.other               | left over
            cue for an unknown type       | complaint: {strong | complain: {strong  | 8  | languages.en.cues.complain            | did you mean complaint?
            unknown side                  | side: before       | side: befor        | 6  | languages.en.negation.side            | did you mean before?
            reach of nothing              | reach: 2           | reach: 0           | 6  | languages.en.negation                 | 1 to 5 words
            negative reach                | reach: 2           | reach: -1          | 6  | languages.en.negation                 | 1 to 5 words
            reach that is no number       | reach: 2           | reach: far         | 6  | languages.en.negation.reach           | whole number
            category misnamed             | path: billing      | path: Billing      | 15 | categories[0]                         | lower-case letters
            category's unknown language   | {en: [invoice*]}   | {fr: [facture]}    | 15 | categories[0].words.fr                | none of the languages
            unknown zone                  | zone: Europe/Warsaw | zone: Europe/Krakow | 17 | calendars.office.zone              | Europe/Krakow
            unknown day                   | week: {monday      | week: {mondy       | 17 | calendars.office.week.mondy           | did you mean monday?
            shift that is none            | 09:00-18:00        | nine to five       | 17 | calendars.office.week.monday[0]       | such as 09:00-18:00
            shift beyond the day          | 09:00-18:00        | 09:00-25:00        | 17 | calendars.office.week.monday[0]       | opens before it closes
            shift that ends first         | 09:00-18:00        | 18:00-09:00        | 17 | calendars.office.week.monday[0]       | opens before it closes
            shift of odd minutes          | 09:00-18:00        | 09:00-18:75        | 17 | calendars.office.week.monday[0]       | minutes 00 to 59
            shifts that overlap           | ["09:00-18:00"]    | ["09:00-18:00", "17:00-20:00"] | 17 | calendars.office          | overlap
            nobody works                  | ["09:00-18:00"]    | []                 | 17 | calendars.office                      | at least one shift
            holiday that does not exist   | 2026-12-25         | 2026-02-30         | 17 | calendars.office.holidays.dates[0]          | 2026-02-30
            holidays without an end       | {dates: [2026-12-25]} | {ics: "BEGIN:VCALENDAR\\n\\nBEGIN:VEVENT\\n\\nSUMMARY:Feast\\n\\nDTSTART:20000101\\n\\nDURATION:P366D\\n\\nRRULE:FREQ=DAILY\\n\\nEND:VEVENT\\n\\nEND:VCALENDAR\\n\\n"} | 17 | calendars.office.holidays.ics | more than 20000 days
            queue misnamed                | {name: billing     | {name: Billing     | 19 | queues[0]                             | lower-case letters
            queue's unknown category      | categories: [billing] | categories: [biling] | 19 | queues[0].categories[0]          | did you mean billing?
            queue's unknown language      | languages: [en]    | languages: [fr]    | 19 | queues[0].languages[0]                | none of the languages
            queue's unknown calendar      | {name: general, calendar: office} | {name: general, calendar: shop} | 20 | queues[1].calendar | there is no calendar shop; known: office
            queue twice                   | name: general      | name: billing      | 20 | queues[1]                             | billing is there twice
            unknown fallback              | fallback: general  | fallback: lost     | 21 | fallback                              | there is no queue lost
            fallback with languages       | fallback: general  | fallback: billing  | 21 | fallback                              | every language
            harm in an unknown language   | {words: {en: [injur | {words: {xx: [injur | 22 | harm.injury.words.xx                               | none of the languages
            unknown priority              | worstScore: high   | worstScore: hot    | 23 | priorities.worstScore                 | must be one of urgent
            priority of an unknown type   | types: {praise     | types: {prayer     | 23 | priorities.types.prayer               | must be one of complaint
            time that is none             | within: 3d         | within: soon       | 25 | obligations.complaint.within          | 4h or 3d
            time that is too long         | within: 3d         | within: 1000d      | 25 | obligations.complaint.within          | 1 to 999
            obligation of an unknown type | complaint: {action | complaints: {action | 25 | obligations.complaints               | did you mean complaint?
            obligation without an action  | action: resolve,   | action: '',        | 25 | obligations.complaint.action          | must be a text
            anchor                        | words: [the, and]  | words: &small [the, and] | 5 | ''                               | anchors are not taken
            tag                           | fallback: general  | fallback: !!str general | 21 | ''                               | tags are not taken
            second document               | fallback: general  | fallback: general\\n--- | 22 | ''                               | a second document begins
            list that is never closed     | languages: [en], calendar: office} | languages: [en, calendar: office} | 19 | '' | no YAML
            text that is never closed     | acknowledgeWithin: 4h | acknowledgeWithin: "4h | 26 | ''                              | no YAML
            tab as indentation            | '  en:'            | '\\ten:'           | 3  | ''                                    | TAB
            colon without a space         | fallback: general  | fallback:general   | 22 | ''                                    | no YAML
            """)
    void a_mistake_in_one_place(String kind, String sound, String wrong, int line, String path, String reason) {
        String text = SoundRules.with(sound, wrong.replace("\\n", "\n").replace("\\t", "\t"));

        assertThat(refusal(text.getBytes(UTF_8)).problems())
                .filteredOn(problem -> problem.reason().contains(reason))
                .first()
                .as("%s", refusal(text.getBytes(UTF_8)).getMessage())
                .isEqualTo(new Problem(line, path, reasonOf(text, reason)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void no_such_document_at_all(String kind, byte[] bytes, int line, String reason) {
        assertThat(refusal(bytes).problems()).first().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.reason()).contains(reason);
        });
    }

    static Stream<Arguments> no_such_document_at_all() {
        String bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n";
        return Stream.of(
                kind("nothing", "", 1, "empty"),
                kind("a comment alone", "# nothing\n", 1, "empty"),
                kind("a word", "just words", 1, "must be a mapping"),
                kind("a list", "- a list", 1, "must be a mapping"),
                kind("a section twice", SoundRules.TEXT + "fallback: billing\n", 26, "is there twice"),
                kind("a key twice", SoundRules.with("ru: {", "en: {"), 9, "is there twice"),
                kind("a name that is no text", "? [a]\n: b", 1, "names must be texts"),
                kind("a bomb of aliases", bomb, 1, "anchors are not taken"),
                kind("an alias to nowhere", "a: *b\n", 1, "aliases are not taken"),
                kind("deeper than anybody writes", "a: " + "[".repeat(400_000), 1, "nested deeper"),
                kind("deeper by indentation", "- ".repeat(200_000), 1, "nested deeper"),
                kind("deeper by keys", "? ".repeat(200_000), 1, "nested deeper"),
                kind("deeper by braces", "{a: ".repeat(100_000), 1, "nested deeper"),
                kind("longer than a broker takes", "#" + "x".repeat(500_000), 1, "longer than 500000 bytes"),
                kind("a phrase without an end", SoundRules.with("broken", "b".repeat(201)), 8, "at most 200"),
                kind(
                        "a calendar whose name has no end",
                        SoundRules.TEXT.replace("office", "o".repeat(101)),
                        17,
                        "at most 100"),
                kind(
                        "a name without an end",
                        SoundRules.with("name: billing", "name: b" + "-b".repeat(20_000)),
                        19,
                        "at most 100"),
                kind(
                        "a duty without an end",
                        SoundRules.with("action: resolve", "action: " + "r".repeat(101)),
                        25,
                        "at most 100"),
                kind("a control character", SoundRules.with("late", "la\u0007te"), 8, "U+0007"),
                kind("no language", SoundRules.with("languages:", "languages: {}\nlanguage:"), 2, "in some language"),
                Arguments.of("not UTF-8", SoundRules.with("late", "spät").getBytes(ISO_8859_1), 8, "byte 0xE4"),
                Arguments.of(
                        "UTF-16", SoundRules.TEXT.getBytes(java.nio.charset.StandardCharsets.UTF_16), 1, "byte 0xFE"),
                Arguments.of("a picture", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}, 1, "byte 0x89"));
    }

    private static Arguments kind(String kind, String text, int line, String reason) {
        return Arguments.of(kind, text.getBytes(UTF_8), line, reason);
    }

    private static String reasonOf(String text, String part) {
        return refusal(text.getBytes(UTF_8)).problems().stream()
                .map(Problem::reason)
                .filter(reason -> reason.contains(part))
                .findFirst()
                .orElse("a reason with: " + part);
    }

    private static RulesRefused refusal(byte[] bytes) {
        return catchThrowableOfType(RulesRefused.class, () -> RulesDocument.parse(bytes));
    }
}
