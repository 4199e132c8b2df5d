package org.feedbackloop.routing.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedbackloop.routing.Said.nothing;
import static org.feedbackloop.routing.Said.said;

import org.feedbackloop.routing.Said;
import org.feedbackloop.routing.ShippedRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

    private final Languages languages =
            new Languages(ShippedRules.document().rules().languages());

    @Test
    void what_was_declared_does_not_outweigh_what_is_written() {
        assertThat(language(said("La caja llegó abierta y faltan dos piezas del armario")
                        .in("en-GB")))
                .isEqualTo("es");
    }

    @Test
    void what_was_declared_decides_where_the_text_leaves_it_open() {
        assertThat(language(said("Kowalska 4711").in("pl"))).isEqualTo("pl");
        assertThat(language(said("Kowalska 4711"))).isEqualTo("und");
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Ich habe die Lampe bestellt und sie ist nicht gekommen      | German
                    La lampe que nous avons reçue est très belle                | French
                    A lâmpada que eu pedi não chegou até agora                  | Portuguese
                    La lampada che ho ordinato non è ancora arrivata            | Italian
                    De lamp die ik heb besteld is nog niet aangekomen           | Dutch
                    Lampa, kterou jsem si objednal, je už týden na cestě        | Czech
                    Лампа, яку я замовив, ще не прийшла                         | Ukrainian
                    Лампата, която поръчах, още не е дошла и няма кой да каже   | Bulgarian
                    المصباح الذي طلبته لم يصل حتى الآن                           | Arabic
                    میں نے جو لیمپ منگوایا تھا وہ ابھی تک نہیں آیا               | Urdu
                    मी मागवलेला दिवा अजून आला नाही आणि काय झाले ते माहीत नाही     | Marathi
                    ランプがまだ届きません                                         | Japanese
                    """)
    void a_neighbour_is_not_taken_for_one_of_ours(String text, String language) {
        assertThat(language(said(text))).as(language).isEqualTo("und");
    }

    @Test
    void a_name_in_another_script_changes_nothing() {
        assertThat(language(said("Заказал iPhone Pro в вашем магазине, не пришёл")))
                .isEqualTo("ru");
    }

    private String language(Said said) {
        return languages.of(said.statement()).value().code();
    }
}
