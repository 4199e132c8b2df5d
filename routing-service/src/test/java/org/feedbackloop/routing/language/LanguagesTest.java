package org.feedbackloop.routing.language;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.feedbackloop.routing.Said.nothing;
import static org.feedbackloop.routing.Said.said;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.feedbackloop.routing.Said;
import org.feedbackloop.routing.ShippedRules;
import org.feedbackloop.routing.reading.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LanguagesTest {

    private static final Languages LANGUAGES =
            new Languages(ShippedRules.document().rules().languages(), LetterGroups.shipped());

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @MethodSource("texts")
    void a_text_is_given_its_language(String language, String what, String text) {
        assertThat(told(said(text)).value().code())
                .as("%s: %s", what, told(said(text)))
                .isEqualTo(language);
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @MethodSource("textsWithoutNames")
    void capitals_do_not_change_a_language(String language, String what, String text) {
        assertThat(language(said(text.toUpperCase(Locale.ROOT)))).as(what).isEqualTo(language);
    }

    @Test
    void what_was_declared_does_not_outweigh_what_is_written() {
        assertThat(language(said("La caja llegó abierta y faltan dos piezas del armario")
                        .in("en-GB")))
                .isEqualTo("es");
    }

    @Test
    void what_was_declared_decides_where_the_text_leaves_it_open() {
        assertThat(language(said("Marta 4711").in("pl"))).isEqualTo("pl");
        assertThat(language(said("Marta 4711"))).isEqualTo("und");
    }

    @ParameterizedTest
    @CsvSource({"Terrible,en", "Terrible,es", "Super,pl", "Problema,es", "тест,ru", "ok,en"})
    void a_word_of_many_languages_is_in_the_declared_one(String word, String declared) {
        assertThat(language(said(word).in(declared))).isEqualTo(declared);
    }

    @Test
    void a_neighbour_that_was_declared_is_taken_at_its_word() {
        assertThat(language(said("Cliente normal"))).isEqualTo("es");
        assertThat(language(said("Cliente normal").in("pt-BR"))).isEqualTo("und");
    }

    @Test
    void what_was_declared_decides_where_there_is_no_text() {
        assertThat(language(nothing().in("ru_RU"))).isEqualTo("ru");
    }

    @ParameterizedTest
    @CsvSource({"de", "nonsense", "''", "x"})
    void a_declared_language_that_we_do_not_answer_in_decides_nothing(String declared) {
        assertThat(language(nothing().in(declared))).isEqualTo("und");
    }

    @Test
    void a_neighbour_becomes_one_of_ours_when_the_rules_say_so() {
        Languages withGerman = new Languages(
                ShippedRules.document().rules().languages().stream()
                        .map(LanguagesTest::answeredIfGerman)
                        .toList(),
                LetterGroups.shipped());

        assertThat(withGerman.answers(new Language("de"))).isTrue();
        assertThat(withGerman
                        .of(said("Die Lampe ist noch nicht gekommen").statement())
                        .value())
                .isEqualTo(new Language("de"));
    }

    private static LanguageProfile answeredIfGerman(LanguageProfile profile) {
        return new LanguageProfile(
                profile.language(),
                profile.answered() || profile.language().code().equals("de"),
                profile.script(),
                profile.letters(),
                profile.words());
    }

    @Test
    void a_verdict_says_what_led_to_it() {
        Verdict<Language> verdict =
                told(said("دو هفته پیش یک چراغ خواب سفارش دادم ولی هنوز نرسیده").in("fa-IR"));

        assertThat(verdict.confidence()).isGreaterThan(0.9);
        assertThat(verdict.evidence())
                .contains("script arabic", "declared fa")
                .anyMatch(it -> it.matches("opennlp fa [01]\\.\\d+ before (ur|ar|ps) [01]\\.\\d+"))
                .anyMatch(it -> it.matches("known words of fa: \\d+"));
    }

    @Test
    void a_foreign_verdict_says_what_it_looks_like() {
        Verdict<Language> verdict = told(said("Вже два тижні чекаю на замовлення, і ніхто не відповідає"));

        assertThat(verdict.confidence()).isGreaterThan(0.9);
        assertThat(verdict.evidence()).contains("script cyrillic", "looks like uk");
    }

    @Test
    void evidence_never_quotes_the_customer() {
        Verdict<Language> verdict = told(said("Mrs Wolanowska-Prziborska never got her wardrobe"));

        assertThat(String.join(" ", verdict.evidence())).doesNotContainIgnoringCase("wolan", "wardrobe", "never");
    }

    @Test
    void a_short_text_is_told_with_less_confidence_than_a_long_one() {
        assertThat(told(said("Wrong size")).confidence())
                .isLessThan(told(said("You sent me the wrong size again, and nobody picks up the phone"))
                        .confidence());
    }

    @Test
    void a_long_text_is_told_by_its_beginning() {
        String english = "The lamp that I ordered has not arrived and nobody could tell me where it is. ".repeat(20);
        String spanish = "La lámpara que pedí no ha llegado y nadie sabe decirme dónde está. ".repeat(200);

        assertThat(language(said(english + spanish))).isEqualTo("en");
    }

    @Test
    void many_threads_get_the_same_answers() throws IOException {
        List<String> texts =
                texts().map(arguments -> (String) arguments.get()[2]).toList();
        List<Verdict<Language>> one =
                texts.stream().map(text -> told(said(text))).toList();

        List<List<Verdict<Language>>> many = IntStream.range(0, 16)
                .parallel()
                .mapToObj(any -> texts.stream().map(text -> told(said(text))).toList())
                .toList();

        assertThat(many).allMatch(one::equals);
    }

    /** In capitals a name or an address can no longer be told from a word. */
    static Stream<Arguments> textsWithoutNames() throws IOException {
        return texts().filter(arguments ->
                !Set.of("names", "mixed", "address").contains(arguments.get()[1]));
    }

    static Stream<Arguments> texts() throws IOException {
        try (var reader = new BufferedReader(
                new InputStreamReader(LanguagesTest.class.getResourceAsStream("/languages.txt"), UTF_8))) {
            return reader
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split(" \\| ", 3))
                    .map(parts -> Arguments.of((Object[]) parts))
                    .toList()
                    .stream();
        }
    }

    private String language(Said said) {
        return told(said).value().code();
    }

    private Verdict<Language> told(Said said) {
        return LANGUAGES.of(said.statement());
    }
}
