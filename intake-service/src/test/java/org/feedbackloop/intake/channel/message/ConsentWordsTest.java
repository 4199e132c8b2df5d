package org.feedbackloop.intake.channel.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.feedbackloop.event.v1.ConsentWord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsentWordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "STOP",
                "stop",
                " Stop! ",
                "/stop",
                "\"STOP\"",
                "stop \uD83D\uDE20",
                "ＳＴＯＰ",
                "STOPALL",
                "Stop  all",
                "Unsubscribe",
                "CANCEL",
                "END",
                "quit",
                "ALTO",
                "parar",
                "No más",
                "СТОП",
                "отписаться.",
                "توقف",
                "پايان",
                "रोकें",
                "बंद करें",
                "Rezygnuję",
                "KONIEC"
            })
    void who_says_stop_alone_wants_no_more(String text) {
        assertThat(ConsentWords.meant(text)).isEqualTo(ConsentWord.STOP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"START", "/start", "Yes", "UNSTOP", "Iniciar", "Старт", "شروع", "शुरू", "Wznów"})
    void who_says_start_alone_wants_more(String text) {
        assertThat(ConsentWords.meant(text)).isEqualTo(ConsentWord.START);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HELP", "info", "/help", "¡Ayuda!", "помощь", "راهنما", "كمك", "मदद", "pomoc"})
    void who_says_help_alone_asks_who_we_are(String text) {
        assertThat(ConsentWords.meant(text)).isEqualTo(ConsentWord.HELP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "!",
                "Stop sending me the wrong size",
                "Don't stop",
                "stopped",
                "st op",
                "yes please",
                "/start from-the-shop",
                "Когда вы начнёте?",
                "\uD800"
            })
    void who_says_more_says_something_else(String text) {
        assertThat(ConsentWords.meant(text)).isNull();
    }

    @Test
    void no_text_is_no_word() {
        assertThat(ConsentWords.meant(null)).isNull();
        assertThat(ConsentWords.meant("STOP" + " ".repeat(10_000))).isNull();
    }
}
