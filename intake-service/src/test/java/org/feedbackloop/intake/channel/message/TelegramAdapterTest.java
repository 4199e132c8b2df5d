package org.feedbackloop.intake.channel.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.feedbackloop.event.v1.About;
import org.feedbackloop.event.v1.Attachment;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.event.v1.ChannelDetails.ShortMessage;
import org.feedbackloop.event.v1.ConsentWord;
import org.feedbackloop.event.v1.Contact;
import org.feedbackloop.event.v1.ContactKind;
import org.feedbackloop.intake.Adapting;
import org.feedbackloop.intake.Signing;
import org.feedbackloop.intake.channel.RawRequest;
import org.feedbackloop.intake.draft.FeedbackDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TelegramAdapterTest {

    private static final TelegramAdapter ADAPTER = new TelegramAdapter(Adapting.NORMALISER);
    private static final Contact ADA = new Contact(ContactKind.MESSENGER, "telegram:4711");

    @Test
    void a_message_is_taken_whole() {
        assertThat(feedback("text"))
                .isEqualTo(new FeedbackDraft(
                        Channel.MESSENGER,
                        "4711:17",
                        Instant.parse("2026-03-02T08:00:00Z"),
                        List.of(ADA),
                        "Ada Lovelace",
                        null,
                        "The parcel arrived open.\nOne cup is broken.",
                        "en",
                        null,
                        null,
                        About.NOTHING,
                        "4711",
                        List.of(),
                        null,
                        new ShortMessage("telegram", "text", null, null),
                        null));
    }

    @Test
    void an_edited_message_is_a_new_one_that_names_the_old_one() {
        FeedbackDraft edited = feedback("edit");

        assertThat(edited.messageId()).isEqualTo("4711:17:edit:900002");
        assertThat(edited.occurredAt()).isEqualTo("2026-03-02T08:01:00Z");
        assertThat(edited.details())
                .isEqualTo(new ShortMessage(
                        "telegram", "text", null, feedback("text").messageId()));
    }

    @Test
    void an_answer_names_the_message_that_it_answers() {
        assertThat(feedback("reply").details()).isEqualTo(new ShortMessage("telegram", "text", "4711:18", null));
    }

    @Test
    void a_file_is_told_of_with_its_caption() {
        FeedbackDraft photo = feedback("photo");

        assertThat(photo.text()).isEqualTo("This is what it looked like");
        assertThat(photo.attachments()).containsExactly(new Attachment(null, "image/jpeg", 88_123L));
        assertThat(photo.details()).isEqualTo(new ShortMessage("telegram", "caption", null, null));
        assertThat(feedback("document").attachments())
                .containsExactly(new Attachment("invoice.pdf", "application/pdf", 52_340L));
    }

    @Test
    void who_shares_their_own_contact_can_be_called() {
        assertThat(feedback("contact-own").contacts())
                .containsExactly(new Contact(ContactKind.PHONE, "+442079460000"), ADA);
        assertThat(feedback("contact-own").text()).isEqualTo("Ada Lovelace +442079460000");
    }

    @Test
    void somebody_elses_contact_is_not_the_senders() {
        assertThat(feedback("contact-other").contacts()).containsExactly(ADA);
        assertThat(feedback("contact-other").text()).isEqualTo("Charles +442079460958");
    }

    @Test
    void a_place_is_said_by_its_name() {
        assertThat(feedback("venue").text()).isEqualTo("Acme Leeds, 1 Briggate");
    }

    @Test
    void a_button_says_what_stands_on_it() {
        FeedbackDraft pressed = feedback("button");

        assertThat(pressed.text()).isEqualTo("Not at all");
        assertThat(pressed.messageId()).isEqualTo("callback:200100300400500");
        assertThat(pressed.conversation()).isEqualTo("4711");
        assertThat(pressed.details()).isEqualTo(new ShortMessage("telegram", "button", "4711:26", null));
    }

    @Test
    void a_button_whose_message_did_not_come_along_says_its_data() {
        assertThat(feedback("button-inline").text()).isEqualTo("More about cups");
    }

    @Test
    void a_command_to_stop_is_a_word_of_consent() {
        assertThat(feedback("stop").consentWord()).isEqualTo(ConsentWord.STOP);
        assertThat(feedback("text").consentWord()).isNull();
    }

    @Test
    void who_blocks_the_bot_wants_no_more_until_they_let_it_in_again() {
        assertThat(feedback("blocked").consentWord()).isEqualTo(ConsentWord.STOP);
        assertThat(feedback("blocked").contacts()).containsExactly(ADA);
        assertThat(feedback("unblocked").consentWord()).isEqualTo(ConsentWord.START);
    }

    @ParameterizedTest
    @CsvSource({
        "voice, empty",
        "group, group",
        "button-in-group, group",
        "channel-post, group",
        "inline-query, unknown-kind"
    })
    void what_is_of_no_use_is_set_aside_with_its_reason(String sample, String reason) {
        assertThat(Adapting.setAside(ADAPTER, request(body(sample))).reason()).isEqualTo(reason);
    }

    @Test
    void what_telegram_may_invent_is_set_aside() {
        assertThat(Adapting.setAside(ADAPTER, request("{\"update_id\":1,\"telepathy\":{}}".getBytes(UTF_8)))
                        .reason())
                .isEqualTo("unknown-kind");
    }

    @Test
    void a_redelivery_has_the_same_id() {
        assertThat(feedback("text")).isEqualTo(feedback("text"));
        assertThat(feedback("edit").messageId()).isEqualTo(feedback("edit").messageId());
    }

    @Test
    void equal_numbers_in_two_chats_are_two_messages() {
        String other = new String(body("text"), UTF_8).replace("4711", "4712");

        assertThat(Adapting.feedback(ADAPTER, other).messageId())
                .isEqualTo("4712:17")
                .isNotEqualTo(feedback("text").messageId());
    }

    @Test
    void only_who_knows_the_secret_is_telegram() {
        byte[] body = body("text");

        assertThat(ADAPTER.isAuthentic(request(body), Adapting.SECRET)).isTrue();
        assertThat(ADAPTER.isAuthentic(Adapting.request(body), Adapting.SECRET)).isFalse();
        assertThat(ADAPTER.isAuthentic(Adapting.request(body, Signing.telegram("")), Adapting.SECRET))
                .isFalse();
        for (int i = 0; i < Adapting.SECRET.length(); i++) {
            char[] altered = Adapting.SECRET.toCharArray();
            altered[i]++;
            assertThat(ADAPTER.isAuthentic(
                            Adapting.request(body, Signing.telegram(new String(altered))), Adapting.SECRET))
                    .isFalse();
        }
    }

    private static FeedbackDraft feedback(String sample) {
        return (FeedbackDraft) Adapting.draft(ADAPTER::adapt, request(body(sample)));
    }

    private static byte[] body(String sample) {
        return Adapting.sample("messenger/telegram/" + sample + ".json");
    }

    private static RawRequest request(byte[] body) {
        return Adapting.request(body, Signing.telegram(Adapting.SECRET));
    }
}
