package org.feedbackloop.intake.channel.message;

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

class ViberAdapterTest {

    private static final ViberAdapter ADAPTER = new ViberAdapter(Adapting.NORMALISER);
    private static final Contact ADA = new Contact(ContactKind.MESSENGER, "viber:qN3x/7Zk+A==");

    @Test
    void a_message_is_taken_whole() {
        assertThat(feedback("text"))
                .isEqualTo(new FeedbackDraft(
                        Channel.MESSENGER,
                        "5741311803571721087",
                        Instant.parse("2026-03-02T08:00:00.123Z"),
                        List.of(ADA),
                        "Ada Lovelace",
                        null,
                        "Your courier rang twice and left.",
                        "en",
                        null,
                        null,
                        About.NOTHING,
                        "qN3x/7Zk+A==",
                        List.of(),
                        null,
                        new ShortMessage("viber", "text", null, null),
                        null));
    }

    @Test
    void tokens_that_differ_in_the_last_of_nineteen_digits_are_two_messages() {
        assertThat(feedback("text").messageId()).isEqualTo("5741311803571721087");
        assertThat(feedback("picture").messageId()).isEqualTo("5741311803571721088");
    }

    @Test
    void a_file_is_told_of_with_its_words() {
        assertThat(feedback("picture").text()).isEqualTo("The dent");
        assertThat(feedback("picture").attachments()).containsExactly(new Attachment("dent.jpg", "image/jpeg", null));
    }

    @Test
    void links_and_contacts_are_words() {
        assertThat(feedback("link").text()).isEqualTo("https://shop.example.org/cups");
        assertThat(feedback("contact").text()).isEqualTo("Charles +442079460958");
        assertThat(feedback("contact").contacts()).containsExactly(ADA);
    }

    @Test
    void who_leaves_wants_no_more_until_they_come_again() {
        assertThat(feedback("unsubscribed").consentWord()).isEqualTo(ConsentWord.STOP);
        assertThat(feedback("unsubscribed").contacts()).containsExactly(ADA);
        assertThat(feedback("subscribed").consentWord()).isEqualTo(ConsentWord.START);
        assertThat(feedback("subscribed").contacts()).containsExactly(ADA);
    }

    @ParameterizedTest
    @CsvSource({
        "file, empty",
        "location, empty",
        "sticker, empty",
        "conversation-started, unknown-kind",
        "webhook, unknown-kind",
        "delivered, status",
        "seen, status",
        "failed, status"
    })
    void what_is_of_no_use_is_set_aside_with_its_reason(String sample, String reason) {
        assertThat(Adapting.setAside(ADAPTER, request(sample)).reason()).isEqualTo(reason);
    }

    @Test
    void a_redelivery_has_the_same_id() {
        assertThat(feedback("text")).isEqualTo(feedback("text"));
    }

    private static FeedbackDraft feedback(String sample) {
        return (FeedbackDraft) Adapting.draft(ADAPTER::adapt, request(sample));
    }

    private static RawRequest request(String sample) {
        byte[] body = Adapting.sample("messenger/viber/" + sample + ".json");
        return Adapting.request(body, Signing.viber(Adapting.SECRET, body));
    }
}
