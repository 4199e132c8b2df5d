package org.feedbackloop.intake.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PageLanguageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "- | - | EN",
                "fa | ru | FA",
                "de | ru | RU",
                "- | de-DE,de;q=0.9,pl;q=0.8,en;q=0.7 | PL",
                "- | es-MX | ES",
                "- | de | EN",
                "- | ;;q=x | EN",
                "- | * | EN",
                "FA | - | EN"
            })
    void the_visitors_choice_comes_before_the_browsers(String wanted, String accepted, PageLanguage chosen) {
        assertThat(PageLanguage.choose(wanted, accepted, List.of(PageLanguage.values())))
                .isEqualTo(chosen);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {"en | en | PL", "- | en,fa;q=0.5 | FA", "ru | - | PL"})
    void only_what_the_page_offers_is_chosen(String wanted, String accepted, PageLanguage chosen) {
        assertThat(PageLanguage.choose(wanted, accepted, List.of(PageLanguage.PL, PageLanguage.FA)))
                .isEqualTo(chosen);
    }

    @ParameterizedTest
    @EnumSource
    void every_language_has_every_text(PageLanguage language) throws IOException {
        assertThat(texts(language).stringPropertyNames())
                .isEqualTo(texts(PageLanguage.EN).stringPropertyNames())
                .isNotEmpty()
                .allSatisfy(key -> assertThat(language.text(key)).isNotBlank());
    }

    @ParameterizedTest
    @EnumSource
    void every_language_has_texts_of_its_own(PageLanguage language) {
        Set<String> told = Set.of(language.text("title"), language.text("send"), language.text("thanks.title"));

        assertThat(told).hasSize(3);
        if (language != PageLanguage.EN) {
            assertThat(told).doesNotContain(PageLanguage.EN.text("title"), PageLanguage.EN.text("send"));
        }
    }

    @Test
    void numbers_are_written_in_the_digits_of_the_language() {
        assertThat(PageLanguage.FA.number(10)).isEqualTo("۱۰");
        assertThat(PageLanguage.HI.number(10)).isEqualTo("10");
        assertThat(PageLanguage.EN.number(10)).isEqualTo("10");
    }

    private static Properties texts(PageLanguage language) throws IOException {
        Properties texts = new Properties();
        String resource = "/page/texts_" + language.getTag() + ".properties";
        try (var in = PageLanguage.class.getResourceAsStream(resource)) {
            texts.load(new InputStreamReader(in, UTF_8));
        }
        return texts;
    }
}
