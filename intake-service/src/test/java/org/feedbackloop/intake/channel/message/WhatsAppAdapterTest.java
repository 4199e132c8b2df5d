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
import org.feedbackloop.intake.channel.ProviderAdapter.Reply;
import org.feedbackloop.intake.channel.RawRequest;
import org.feedbackloop.intake.draft.Adapted.Normalised;
import org.feedbackloop.intake.draft.Adapted.SetAside;
import org.feedbackloop.intake.draft.Draft;
import org.feedbackloop.intake.draft.FeedbackDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhatsAppAdapterTest {

    private static final WhatsAppAdapter ADAPTER = new WhatsAppAdapter(Adapting.NORMALISER);
    private static final Contact ADAS_NUMBER = new Contact(ContactKind.PHONE, "+447700900123");
    private static final Contact ADAS_ID = new Contact(ContactKind.MESSENGER, "whatsapp:GB.8801");

    @Test
    void a_message_is_taken_whole() {
        assertThat(feedback("text"))
                .isEqualTo(new FeedbackDraft(
                        Channel.MESSENGER,
                        "wamid.T1",
                        Instant.parse("2026-03-02T08:00:00Z"),
                        List.of(ADAS_NUMBER, ADAS_ID),
                        "Ada Lovelace",
                        null,
                        "My order has not arrived.",
                        null,
                        null,
                        null,
                        About.NOTHING,
                        "5550001:GB.8801",
                        List.of(),
                        null,
                        new ShortMessage("whatsapp", "text", null, null),
                        null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "reply | text | Do you have it in blue?",
                "button | button | Call me back",
                "template-button | button | STOP",
                "list | list | It came too late",
                "photo | caption | The box was like this",
                "reaction | reaction | \uD83D\uDE21",
                "location | location | Acme Leeds, 1 Briggate",
                "order | order | Please gift-wrap them",
                "edit | text | My order has arrived after all."
            })
    void what_was_said_is_the_text(String sample, String kind, String text) {
        assertThat(feedback(sample).text()).isEqualTo(text);
        assertThat(((ShortMessage) feedback(sample).details()).kind()).isEqualTo(kind);
    }

    @Test
    void a_form_says_each_answer_and_not_our_token() {
        assertThat(feedback("form").text())
                .isEqualTo("satisfied: no\nwhy: Nobody answered\nseen_in: shop, web\nvisits: 3");
    }

    @Test
    void shared_contacts_are_words_and_not_the_senders() {
        assertThat(feedback("contacts").text()).isEqualTo("Charles Babbage +44 20 7946 0958\nMary");
        assertThat(feedback("contacts").contacts()).containsExactly(ADAS_NUMBER, ADAS_ID);
    }

    @Test
    void an_answer_names_the_message_and_the_product_that_it_is_about() {
        assertThat(feedback("reply").details()).isEqualTo(new ShortMessage("whatsapp", "text", "wamid.OURS1", null));
        assertThat(feedback("reply").about().product()).isEqualTo("CUP-7");
        assertThat(feedback("reaction").details())
                .isEqualTo(new ShortMessage("whatsapp", "reaction", "wamid.OURS1", null));
    }

    @Test
    void who_comes_by_an_advertisement_speaks_of_it() {
        assertThat(feedback("advertisement").about().page()).isEqualTo("https://fb.me/acme-cups");
    }

    @Test
    void an_edited_message_is_a_new_one_that_names_the_old_one() {
        assertThat(feedback("edit").messageId()).isEqualTo("wamid.E1");
        assertThat(feedback("edit").details())
                .isEqualTo(new ShortMessage("whatsapp", "text", "wamid.OURS1", "wamid.T1"));
    }

    @Test
    void a_file_is_told_of_with_its_caption() {
        assertThat(feedback("document").attachments())
                .containsExactly(new Attachment("invoice.pdf", "application/pdf", null));
    }

    @Test
    void a_button_to_stop_is_a_word_of_consent() {
        assertThat(feedback("template-button").consentWord()).isEqualTo(ConsentWord.STOP);
    }

    @Test
    void who_hides_their_number_is_known_all_the_same() {
        FeedbackDraft hidden = feedback("no-number");

        assertThat(hidden.contacts()).containsExactly(new Contact(ContactKind.MESSENGER, "whatsapp:US.9902"));
        assertThat(hidden.customerName()).isEqualTo("Grace");
    }

    @Test
    void all_messages_of_a_body_are_taken_each_with_its_sender() {
        Normalised all = Adapting.normalised(ADAPTER::adapt, request(body("many")));

        assertThat(all.drafts()).extracting(Draft::messageId).containsExactly("wamid.X1", "wamid.X2", "wamid.X4");
        assertThat(all.drafts().get(0).contacts()).containsExactly(ADAS_NUMBER, ADAS_ID);
        assertThat(all.drafts().get(1).contacts())
                .containsExactly(
                        new Contact(ContactKind.PHONE, "+12025550143"),
                        new Contact(ContactKind.MESSENGER, "whatsapp:12025550143"));
        assertThat(all.setAside()).extracting(SetAside::reason).containsExactlyInAnyOrder("empty", "status");
    }

    @ParameterizedTest
    @CsvSource({
        "voice, empty",
        "reaction-taken-back, empty",
        "location-bare, empty",
        "revoke, unknown-kind",
        "system, unknown-kind",
        "unsupported, unknown-kind",
        "template-rejected, unknown-kind",
        "group, group",
        "status, status"
    })
    void what_is_of_no_use_is_set_aside_with_its_reason(String sample, String reason) {
        assertThat(Adapting.setAside(ADAPTER, request(body(sample))).reason()).isEqualTo(reason);
    }

    @Test
    void a_redelivery_has_the_same_ids() {
        assertThat(Adapting.normalised(ADAPTER::adapt, request(body("many"))))
                .isEqualTo(Adapting.normalised(ADAPTER::adapt, request(body("many"))));
    }

    @Test
    void meta_is_greeted_with_its_challenge() {
        assertThat(greet("?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=" + Adapting.SECRET))
                .isEqualTo(new Reply("text/plain", "1158201444"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=another",
                "?hub.mode=subscribe&hub.challenge=1158201444",
                "?hub.mode=subscribe&hub.verify_token=" + Adapting.SECRET,
                "?hub.mode=unsubscribe&hub.challenge=1158201444&hub.verify_token=" + Adapting.SECRET
            })
    void nobody_else_is_greeted(String query) {
        assertThat(greet(query)).isNull();
    }

    private static Reply greet(String query) {
        RawRequest request = Adapting.requestTo("/v1/channels/messenger/whatsapp" + query, new byte[0]);
        return ADAPTER.greet(request, Adapting.SECRET).orElse(null);
    }

    private static FeedbackDraft feedback(String sample) {
        return (FeedbackDraft) Adapting.draft(ADAPTER::adapt, request(body(sample)));
    }

    private static byte[] body(String sample) {
        return Adapting.sample("messenger/whatsapp/" + sample + ".json");
    }

    private static RawRequest request(byte[] body) {
        return Adapting.request(body, Signing.whatsApp(Adapting.SECRET, body));
    }
}
