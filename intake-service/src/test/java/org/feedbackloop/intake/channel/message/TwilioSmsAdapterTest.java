package org.feedbackloop.intake.channel.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

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
import org.feedbackloop.intake.draft.FeedbackDraft;
import org.feedbackloop.intake.problem.Problem.Kind;
import org.junit.jupiter.api.Test;

class TwilioSmsAdapterTest {

    private static final TwilioSmsAdapter ADAPTER = new TwilioSmsAdapter(Adapting.NORMALISER);
    private static final String PATH = "/v1/channels/sms/twilio";
    private static final Contact ADA = new Contact(ContactKind.PHONE, "+447700900123");

    @Test
    void a_message_is_taken_whole() {
        assertThat(feedback("text"))
                .isEqualTo(new FeedbackDraft(
                        Channel.SMS,
                        "SM00000000000000000000000000000001",
                        Adapting.NOW,
                        List.of(ADA),
                        null,
                        null,
                        "Where is my order A-4711? \u2615",
                        null,
                        null,
                        null,
                        About.NOTHING,
                        "+442079460100:+447700900123",
                        List.of(),
                        null,
                        new ShortMessage("twilio", "text", null, null),
                        null));
    }

    @Test
    void files_are_told_of() {
        assertThat(feedback("mms").attachments())
                .containsExactly(new Attachment(null, "image/jpeg", null), new Attachment(null, "video/3gpp", null));
        assertThat(feedback("mms").details()).isEqualTo(new ShortMessage("twilio", "caption", null, null));
    }

    @Test
    void a_word_of_consent_is_one_whether_we_or_twilio_know_it() {
        assertThat(feedback("stop").consentWord()).isEqualTo(ConsentWord.STOP);
        assertThat(feedback("opt-out").consentWord()).isEqualTo(ConsentWord.STOP);
    }

    @Test
    void who_writes_by_whatsapp_can_be_reached_there() {
        assertThat(feedback("whatsapp").contacts())
                .containsExactly(ADA, new Contact(ContactKind.MESSENGER, "whatsapp:447700900123"));
        assertThat(feedback("whatsapp").customerName()).isEqualTo("Ada");
    }

    @Test
    void what_is_of_no_use_is_set_aside_with_its_reason() {
        assertThat(Adapting.setAside(ADAPTER, request(body("status"))).reason()).isEqualTo("status");
        assertThat(Adapting.setAside(ADAPTER, request(body("mms-without-words")))
                        .reason())
                .isEqualTo("empty");
        assertThat(Adapting.setAside(ADAPTER, request("Body=hello".getBytes(UTF_8)))
                        .reason())
                .isEqualTo("unknown-kind");
    }

    @Test
    void what_is_no_form_cannot_be_read() {
        assertThat(Adapting.problem(ADAPTER::adapt, Adapting.request("Body=%zz".getBytes(UTF_8)))
                        .kind())
                .isEqualTo(Kind.MALFORMED_BODY);
    }

    @Test
    void a_redelivery_has_the_same_id() {
        assertThat(feedback("text")).isEqualTo(feedback("text"));
    }

    @Test
    void twilio_is_thanked_without_an_answer_to_the_customer() {
        assertThat(ADAPTER.thanks())
                .contains(new Reply("text/xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>"));
    }

    @Test
    void what_twilio_signed_is_authentic() {
        assertThat(ADAPTER.isAuthentic(request(body("text")), Adapting.SECRET)).isTrue();
        assertThat(ADAPTER.isAuthentic(request(body("text")), "another")).isFalse();
        assertThat(ADAPTER.isAuthentic(Adapting.requestTo(PATH, body("text")), Adapting.SECRET))
                .isFalse();
    }

    private static FeedbackDraft feedback(String sample) {
        return (FeedbackDraft) Adapting.draft(ADAPTER::adapt, request(body(sample)));
    }

    private static byte[] body(String sample) {
        return Adapting.sample("sms/twilio/" + sample + ".txt");
    }

    private static RawRequest request(byte[] body) {
        return Adapting.requestTo(PATH, body, Signing.twilio(Adapting.SECRET, Adapting.PUBLIC_URL + PATH, body));
    }
}
