package org.feedbackloop.crm.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedbackloop.crm.Heard.praise;
import static org.feedbackloop.crm.Heard.theWord;

import org.feedbackloop.crm.Heard;
import org.feedbackloop.event.CustomerId;
import org.feedbackloop.event.EventId;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.event.v1.ConsentChanged;
import org.feedbackloop.event.v1.ConsentPurpose;
import org.feedbackloop.event.v1.ConsentWord;
import org.feedbackloop.event.v1.ContactKind;
import org.feedbackloop.event.v1.FeedbackReceived;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsentWordsTest {

    private static final CustomerId ADA = CustomerId.from(EventId.named("customer", "ada"));

    @ParameterizedTest
    @CsvSource({
        "STOP,  SMS,       PHONE,     false",
        "START, SMS,       PHONE,     true",
        "STOP,  MESSENGER, MESSENGER, false",
        "START, MESSENGER, MESSENGER, true",
    })
    void a_word_is_about_that_by_which_it_came(ConsentWord word, Channel channel, ContactKind kind, boolean given) {
        FeedbackReceived said = said(theWord(word).over(channel));

        assertThat(ConsentWords.meaning(ADA, said))
                .contains(new ConsentChanged(ADA, kind, ConsentPurpose.MARKETING, given, said.feedbackId()));
    }

    @Test
    void who_asks_for_help_allows_and_forbids_nothing_and_is_answered() {
        FeedbackReceived said = said(theWord(ConsentWord.HELP));

        assertThat(ConsentWords.meaning(ADA, said)).isEmpty();
        assertThat(ConsentWords.isConsent(said)).isFalse();
    }

    @Test
    void who_says_stop_among_other_words_speaks_of_something_else() {
        assertThat(ConsentWords.meaning(ADA, said(praise().over(Channel.SMS).saying("STOP worrying, I love it"))))
                .isEmpty();
    }

    private static FeedbackReceived said(Heard heard) {
        return heard.routed().data().feedback();
    }
}
