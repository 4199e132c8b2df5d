package org.feedbackloop.routing.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.feedbackloop.routing.rules.RulesRefused.Problem;
import org.junit.jupiter.api.Test;

class RulesDocumentTest {

    @Test
    void a_sound_document_is_kept_as_it_was_written() {
        RulesDocument document = RulesDocument.parse(SoundRules.TEXT);

        assertThat(document.text()).isEqualTo(SoundRules.TEXT);
        assertThat(document.rules().name()).isEqualTo("small-1");
    }

    @Test
    void a_changed_document_is_another_version_even_under_the_same_name() {
        String before = RulesDocument.parse(SoundRules.TEXT).version();
        String after = RulesDocument.parse(SoundRules.with("late", "tardy")).version();

        assertThat(before).startsWith("small-1-");
        assertThat(after).startsWith("small-1-").isNotEqualTo(before);
    }

    @Test
    void a_document_is_the_same_whether_it_comes_as_bytes_or_as_a_text() {
        assertThat(RulesDocument.parse(SoundRules.TEXT.getBytes(UTF_8)))
                .usingRecursiveComparison()
                .isEqualTo(RulesDocument.parse(SoundRules.TEXT));
    }

    @Test
    void a_mark_of_the_byte_order_and_lines_as_windows_ends_them_do_no_harm() {
        String written = "\uFEFF" + SoundRules.TEXT.replace("\n", "\r\n");

        assertThat(RulesDocument.parse(written.getBytes(UTF_8)).rules().name()).isEqualTo("small-1");
    }

    @Test
    void all_that_is_wrong_is_told_at_once_in_the_order_of_the_lines() {
        String wrong = SoundRules.TEXT
                .replace("script: latin\n", "script: runes\n")
                .replace("side: before", "side: under")
                .replace("strong: [broken]", "strong: ['.']")
                .replace("ыэ, words: [и, в]", "ыэ")
                .replace("path: billing", "path: Billing")
                .replace("Europe/Warsaw", "Europe/Krakow")
                .replace("languages: [en]", "languages: [fr]")
                .replace("{words: {en: [injur", "{words: {xx: [injur")
                .replace("within: 3d", "within: soon")
                .replace("name: small-1", "name: small-1\ncolour: green");

        var refused = catchThrowableOfType(RulesRefused.class, () -> RulesDocument.parse(wrong));

        assertThat(refused.problems())
                .extracting(Problem::line, Problem::path)
                .containsExactly(
                        tuple(2, "colour"),
                        tuple(5, "languages.en.script"),
                        tuple(7, "languages.en.negation.side"),
                        tuple(9, "languages.en.cues.complaint.strong[0]"),
                        tuple(10, "languages.ru"),
                        tuple(16, "categories[0]"),
                        tuple(18, "calendars.office.zone"),
                        tuple(20, "queues[0].categories[0]"),
                        tuple(20, "queues[0].languages[0]"),
                        tuple(23, "harm.injury.words.xx"),
                        tuple(26, "obligations.complaint.within"));
    }

    @Test
    void what_refers_to_something_broken_is_not_to_blame_for_it() {
        String wrong = SoundRules.TEXT
                .replace("Europe/Warsaw", "Europe/Krakow")
                .replace("script: latin\n", "script: runes\n")
                .replace("path: billing,", "path: billing, prodcts: [],");

        var refused = catchThrowableOfType(RulesRefused.class, () -> RulesDocument.parse(wrong));

        assertThat(refused.problems())
                .extracting(Problem::path)
                .containsExactly("languages.en.script", "categories[0].prodcts", "calendars.office.zone");
    }

    @Test
    void without_a_section_what_refers_to_it_is_not_to_blame() {
        String wrong =
                SoundRules.TEXT.replace("calendars:", "calendar:").replace("fallback: general", "fallback: geneal");

        var refused = catchThrowableOfType(RulesRefused.class, () -> RulesDocument.parse(wrong));

        assertThat(refused.problems()).extracting(Problem::toString).hasSize(2);
        assertThat(refused.problems().get(0).reason()).contains("did you mean calendars?");
        assertThat(refused.problems().get(1).reason()).contains("there is no queue geneal; did you mean general?");
    }

    @Test
    void a_refusal_can_be_read_without_a_machine() {
        var refused = catchThrowableOfType(
                RulesRefused.class, () -> RulesDocument.parse(SoundRules.with("zone: Europe/Warsaw", "zone: Oz")));

        assertThat(refused).hasMessageStartingWith("rules refused:\nline 17, calendars.office.zone: ");
    }

    /** Each of the wrong names is held against all that are known, to find out what was meant. */
    @Test
    void a_document_full_of_mistakes_is_read_no_further_than_anybody_mends() {
        String known = IntStream.range(0, 500)
                .mapToObj(at -> "  - {path: " + "k".repeat(50) + at + ", words: {en: [w" + at + "]}}\n")
                .collect(Collectors.joining());
        String wrong = SoundRules.TEXT
                .replace("categories:\n", "categories:\n" + known)
                .replace("categories: [billing]", "categories: [" + ("z".repeat(50) + ", ").repeat(7_000) + "billing]");

        var refused = refusal(wrong);

        assertThat(refused.problems()).hasSize(Place.MOST_TOLD + 1);
        assertThat(refused.problems().get(Place.MOST_TOLD).reason()).startsWith("the rest was not read");
    }

    @Test
    void a_chain_of_calendars_does_not_fill_the_memory() {
        String dates = Stream.iterate(LocalDate.of(2000, 1, 2), date -> date.plusDays(7))
                .limit(10_000)
                .map(LocalDate::toString)
                .collect(Collectors.joining(", "));
        String chain = IntStream.range(0, 150)
                .mapToObj(at -> "  c" + (at + 1) + ": {extends: c" + at + "}\n")
                .collect(Collectors.joining());
        String many = IntStream.range(0, 201)
                .mapToObj(at -> "  c" + at + ": {extends: office}\n")
                .collect(Collectors.joining());

        assertThat(refusal(SoundRules.TEXT.replace(
                                "queues:\n",
                                "  c0: {extends: office, holidays: [" + dates + "]}\n" + chain + "queues:\n"))
                        .problems())
                .extracting(Problem::path, Problem::reason)
                .first()
                .isEqualTo(tuple("calendars.c9", "all calendars up to this one have more than 100000 holidays"));
        assertThat(refusal(SoundRules.TEXT.replace("queues:\n", many + "queues:\n"))
                        .problems())
                .extracting(Problem::path, Problem::reason)
                .containsExactly(
                        tuple("calendars.c199", "there are more than 200 calendars"),
                        tuple("calendars.c200", "there are more than 200 calendars"));
    }

    @Test
    void of_what_is_longer_than_anybody_reads_the_beginning_is_quoted() {
        String endless = "x".repeat(100_000);

        assertThat(refusal(SoundRules.TEXT.replace(
                        "fallback: general", "fallback: " + endless + "\n? " + endless + "\n: y")))
                .satisfies(refused -> assertThat(refused.problems()).hasSize(2))
                .message()
                .contains("there is no queue xxx")
                .hasSizeLessThan(2_500);
    }

    private static RulesRefused refusal(String text) {
        return catchThrowableOfType(RulesRefused.class, () -> RulesDocument.parse(text));
    }
}
