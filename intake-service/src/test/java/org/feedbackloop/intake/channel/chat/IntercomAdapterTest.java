package org.feedbackloop.intake.channel.chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import org.feedbackloop.event.v1.About;
import org.feedbackloop.event.v1.Attachment;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.event.v1.Contact;
import org.feedbackloop.event.v1.ContactKind;
import org.feedbackloop.intake.Adapting;
import org.feedbackloop.intake.SampleTally;
import org.feedbackloop.intake.SharedSamples;
import org.feedbackloop.intake.channel.RawRequest;
import org.feedbackloop.intake.draft.Adapted.Normalised;
import org.feedbackloop.intake.draft.Adapted.SetAside;
import org.feedbackloop.intake.draft.FeedbackDraft;
import org.junit.jupiter.api.Test;

class IntercomAdapterTest {

    private static final IntercomAdapter ADAPTER = new IntercomAdapter(Adapting.NORMALISER);

    @Test
    void what_begins_a_chat_is_taken_whole() {
        assertThat(Adapting.draft(ADAPTER::adapt, sample("created")))
                .isEqualTo(new FeedbackDraft(
                        Channel.CHAT,
                        "300100:900100",
                        Instant.parse("2026-03-02T09:00:00Z"),
                        List.of(
                                new Contact(ContactKind.CUSTOMER_NUMBER, "C-1843"),
                                new Contact(ContactKind.EMAIL, "ada@example.org"),
                                new Contact(ContactKind.VISITOR, "64f0ada")),
                        "Ada Lovelace",
                        "Order A-17",
                        "The lamp flickers & hums.\nCan I send it back?\nI have the receipt.",
                        null,
                        null,
                        null,
                        new About(null, null, null, "https://shop.example.org/lamps/3", null),
                        "300100",
                        List.of(new Attachment("lamp.mp4", "video/mp4", 1048576L)),
                        null,
                        null,
                        null));
    }

    @Test
    void a_reply_of_a_lead_is_taken_and_what_the_machine_did_is_set_aside() {
        Normalised taken = Adapting.normalised(ADAPTER::adapt, sample("replied"));

        assertThat(taken.setAside()).extracting(SetAside::reason).containsExactly(SetAside.UNKNOWN_KIND);
        FeedbackDraft reply = (FeedbackDraft) taken.drafts().get(0);
        assertThat(reply.messageId()).isEqualTo("300100:900101");
        assertThat(reply.text()).isEqualTo("Now it is dark.");
        assertThat(reply.occurredAt()).isEqualTo("2026-03-02T09:05:00Z");
        assertThat(reply.contacts())
                .containsExactly(
                        new Contact(ContactKind.EMAIL, "bee@example.org"),
                        new Contact(ContactKind.PHONE, "+442079460001"),
                        new Contact(ContactKind.VISITOR, "64f0bee"));
    }

    @Test
    void a_notification_that_is_delivered_again_names_the_same_message() {
        String first = new String(Adapting.sample("chat/intercom/created.json"), UTF_8);
        String again = first.replace("\"delivery_attempts\": 1", "\"delivery_attempts\": 2");

        assertThat(again).isNotEqualTo(first);
        assertThat(Adapting.feedback(ADAPTER, again)).isEqualTo(Adapting.feedback(ADAPTER, first));
    }

    @Test
    void who_only_asks_whether_we_are_there_says_nothing() {
        assertThat(Adapting.setAside(ADAPTER, sample("ping")).reason()).isEqualTo(SetAside.UNKNOWN_KIND);
    }

    @Test
    void the_sample_of_the_provider_is_taken() throws IOException {
        SampleTally tally = new SampleTally(ADAPTER);

        Normalised taken = tally.take(Adapting.request(
                Files.readAllBytes(SharedSamples.require("webhooks/intercom/conversation_user_created.json"))));

        tally.print();
        FeedbackDraft draft = (FeedbackDraft) taken.drafts().get(0);
        assertThat(draft.messageId()).isEqualTo("21321941764:331494375");
        assertThat(draft.text()).isEqualTo("Hello everyone!");
        assertThat(draft.customerName()).isEqualTo("Rose Poodle from St. John's");
        assertThat(draft.contacts()).containsExactly(new Contact(ContactKind.VISITOR, "5c9553cb27e377f24eed49f7"));
    }

    private static RawRequest sample(String name) {
        return Adapting.request(Adapting.sample("chat/intercom/" + name + ".json"));
    }
}
