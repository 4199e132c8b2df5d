package org.feedbackloop.intake.form;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FormLanguageTest {

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
    void the_visitors_choice_comes_before_the_browsers(String wanted, String accepted, FormLanguage chosen) {
        assertThat(FormLanguage.choose(wanted, accepted)).isEqualTo(chosen);
    }

    @ParameterizedTest
    @EnumSource
    void every_language_has_every_text(FormLanguage language) throws IOException {
        assertThat(texts(language).stringPropertyNames())
                .isEqualTo(texts(FormLanguage.EN).stringPropertyNames())
                .isNotEmpty()
                .allSatisfy(key -> assertThat(language.text(key)).isNotBlank());
    }

    @ParameterizedTest
    @EnumSource
    void every_language_has_texts_of_its_own(FormLanguage language) {
        Set<String> told = Set.of(language.text("title"), language.text("send"), language.text("thanks.title"));

        assertThat(told).hasSize(3);
        if (language != FormLanguage.EN) {
            assertThat(told).doesNotContain(FormLanguage.EN.text("title"), FormLanguage.EN.text("send"));
        }
    }

    private static Properties texts(FormLanguage language) throws IOException {
        Properties texts = new Properties();
        String resource = "/form/texts_" + language.getTag() + ".properties";
        try (var in = FormLanguage.class.getResourceAsStream(resource)) {
            texts.load(new InputStreamReader(in, UTF_8));
        }
        return texts;
    }
}
