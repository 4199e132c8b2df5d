package org.feedbackloop.intake.channel.call;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.feedbackloop.event.v1.About;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.event.v1.ChannelDetails.IvrCall;
import org.feedbackloop.event.v1.Contact;
import org.feedbackloop.event.v1.ContactKind;
import org.feedbackloop.event.v1.Rating;
import org.feedbackloop.event.v1.RatingScale;
import org.feedbackloop.intake.Adapting;
import org.feedbackloop.intake.Signing;
import org.feedbackloop.intake.channel.RawRequest;
import org.feedbackloop.intake.draft.FeedbackDraft;
import org.junit.jupiter.api.Test;

class TwilioGatherAdapterTest {

    private static final TwilioGatherAdapter ADAPTER = new TwilioGatherAdapter(Adapting.NORMALISER);
    private static final String PATH = "/v1/channels/ivr/twilio";
    private static final String CALL = "CA00000000000000000000000000000001";

    @Test
    void keys_that_were_pressed_are_taken_whole() {
        assertThat(feedback("?menu=billing/invoice", "digits"))
                .isEqualTo(new FeedbackDraft(
                        Channel.IVR,
                        CALL + ":billing/invoice:2:-",
                        Adapting.NOW,
                        List.of(new Contact(ContactKind.PHONE, "+447700900123")),
                        null,
                        null,
                        "2",
                        null,
                        null,
                        null,
                        About.NOTHING,
                        CALL,
                        List.of(),
                        null,
                        new IvrCall(List.of("billing", "invoice"), "2", "+442079460100", null),
                        null));
    }

    @Test
    void words_that_were_understood_are_the_text() {
        FeedbackDraft said = feedback("", "speech");

        assertThat(said.text()).isEqualTo("I want to speak to somebody about my invoice");
        assertThat(said.details()).isEqualTo(new IvrCall(List.of(), null, "+442079460100", 0.8731));
    }

    @Test
    void keys_are_a_score_where_the_address_says_so() {
        FeedbackDraft rated = feedback("?menu=rate&scale=csat", "digits");

        assertThat(rated.rating()).isEqualTo(new Rating(RatingScale.CSAT, 2));
        assertThat(rated.text()).isEmpty();
    }

    @Test
    void two_menus_of_one_call_are_two_things_said() {
        assertThat(feedback("?menu=first", "digits").messageId())
                .isNotEqualTo(feedback("?menu=second", "digits").messageId());
        assertThat(feedback("?menu=first", "digits").conversation())
                .isEqualTo(feedback("?menu=second", "digits").conversation());
    }

    @Test
    void who_hides_their_number_is_nobody_and_not_one_customer() {
        assertThat(feedback("", "hidden-number").contacts()).isEmpty();
    }

    @Test
    void what_is_of_no_use_is_set_aside_with_its_reason() {
        assertThat(Adapting.setAside(ADAPTER, request("", body("nothing-said"))).reason())
                .isEqualTo("empty");
        assertThat(Adapting.setAside(ADAPTER, request("", body("completed"))).reason())
                .isEqualTo("status");
        assertThat(Adapting.setAside(ADAPTER, request("", "Digits=1".getBytes(UTF_8)))
                        .reason())
                .isEqualTo("unknown-kind");
    }

    @Test
    void a_redelivery_has_the_same_id() {
        assertThat(feedback("?menu=first", "speech")).isEqualTo(feedback("?menu=first", "speech"));
    }

    @Test
    void the_menu_is_signed() {
        byte[] body = body("digits");
        String[] headers = Signing.twilio(Adapting.SECRET, Adapting.PUBLIC_URL + PATH + "?menu=first", body);

        assertThat(ADAPTER.isAuthentic(Adapting.requestTo(PATH + "?menu=first", body, headers), Adapting.SECRET))
                .isTrue();
        assertThat(ADAPTER.isAuthentic(Adapting.requestTo(PATH + "?menu=second", body, headers), Adapting.SECRET))
                .isFalse();
    }

    private static FeedbackDraft feedback(String query, String sample) {
        return (FeedbackDraft) Adapting.draft(ADAPTER::adapt, request(query, body(sample)));
    }

    private static byte[] body(String sample) {
        return Adapting.sample("ivr/twilio/" + sample + ".txt");
    }

    private static RawRequest request(String query, byte[] body) {
        String[] headers = Signing.twilio(Adapting.SECRET, Adapting.PUBLIC_URL + PATH + query, body);
        return Adapting.requestTo(PATH + query, body, headers);
    }
}
