package org.feedbackloop.routing.type;

import static org.assertj.core.api.Assertions.assertThat;

import org.feedbackloop.routing.reading.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {

    @Test
    void each_sentence_of_two_words_and_more_is_one() {
        assertThat(Sentences.of("It broke!! Ugh. Where do I send it?\nसामान टूटा है। कहाँ भेजूँ?"))
                .extracting(Statement::text)
                .containsExactly("It broke!!", "Where do I send it?", "सामान टूटा है।", "कहाँ भेजूँ?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Hello", "It broke", "It broke!", "Ugh. It broke.", "..."})
    void one_sentence_alone_is_the_whole_text(String text) {
        assertThat(Sentences.of(text)).isEmpty();
    }
}
