package org.feedbackloop.notification.letter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PhrasesTest {

    @ParameterizedTest
    @EnumSource
    void every_language_says_the_same_things(Language language) {
        Phrases phrases = Phrases.in(language);

        assertThat(phrases.names())
                .containsExactlyInAnyOrderElementsOf(Phrases.in(Language.EN).names())
                .allSatisfy(name -> assertThat(phrases.say(name)).isNotBlank().doesNotContain("\uFFFD"));
        assertThat(phrases.say("greeting.named")).contains("{name}");
        assertThat(phrases.say("reference")).contains("{reference}");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EN")
    void no_language_borrows_from_english(Language language) {
        Phrases phrases = Phrases.in(language);

        assertThat(phrases.names())
                .allSatisfy(name -> assertThat(phrases.say(name))
                        .isNotEqualTo(Phrases.in(Language.EN).say(name)));
    }
}
