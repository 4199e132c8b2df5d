package org.feedbackloop.intake.channel.chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.feedbackloop.event.v1.About;
import org.feedbackloop.event.v1.Attachment;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.event.v1.ChannelDetails.Chat;
import org.feedbackloop.event.v1.Contact;
import org.feedbackloop.event.v1.ContactKind;
import org.feedbackloop.intake.Adapting;
import org.feedbackloop.intake.SampleTally;
import org.feedbackloop.intake.SharedSamples;
import org.feedbackloop.intake.draft.Adapted.SetAside;
import org.feedbackloop.intake.draft.FeedbackDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChatwootAdapterTest {

    private static final ChatwootAdapter ADAPTER = new ChatwootAdapter(Adapting.NORMALISER);

    @Test
    void a_message_of_a_contact_is_taken_whole() {
        assertThat(Adapting.feedback(ADAPTER, sample("message")))
                .isEqualTo(new FeedbackDraft(
                        Channel.CHAT,
                        "1:88:5501",
                        Instant.parse("2026-03-02T09:00:00Z"),
                        List.of(
                                new Contact(ContactKind.CUSTOMER_NUMBER, "C-1843"),
                                new Contact(ContactKind.EMAIL, "ada@example.org"),
                                new Contact(ContactKind.PHONE, "+442079460000"),
                                new Contact(ContactKind.VISITOR, "9d1f6a3e-0000-4000-8000-000000000001")),
                        "Ada Lovelace",
                        null,
                        "The kettle does not switch off.\nIs that dangerous?",
                        "en",
                        null,
                        null,
                        new About(null, null, null, "https://shop.example.org/kettles/7", null),
                        "88",
                        List.of(
                                new Attachment("kettle.jpg", "image/*", 20480L),
                                new Attachment("invoice.pdf", "application/octet-stream", null)),
                        null,
                        new Chat(
                                List.of(), null, List.of(new Chat.Fact("order", "A-17"), new Chat.Fact("vip", "true"))),
                        null));
    }

    @ParameterizedTest
    @CsvSource({"outgoing, unknown-kind", "status, status", "opened, unknown-kind"})
    void what_no_customer_said_is_set_aside(String sample, String reason) {
        assertThat(setAside(sample(sample)).reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"message_type\": \"incoming\"', '\"message_type\": \"template\"'",
        "'\"message_type\": \"incoming\"', '\"message_type\": 2'",
        "'\"private\": false', '\"private\": true'",
    })
    void a_note_of_a_consultant_or_of_the_machine_is_no_feedback(String said, String instead) {
        assertThat(setAside(sample("message").replace(said, instead)).reason()).isEqualTo(SetAside.UNKNOWN_KIND);
    }

    @Test
    void messages_with_one_number_in_two_accounts_are_two() {
        String other = sample("message").replace("\"account\": {\"id\": 1,", "\"account\": {\"id\": 2,");

        assertThat(Adapting.feedback(ADAPTER, other).messageId()).isEqualTo("2:88:5501");
    }

    @Test
    void the_samples_of_the_provider_are_taken() throws IOException {
        SampleTally tally = new SampleTally(ADAPTER);
        try (Stream<Path> files = Files.list(SharedSamples.require("webhooks/chatwoot"))) {
            for (Path file : files.sorted().toList()) {
                tally.take(Adapting.request(Files.readAllBytes(file)));
            }
        }

        tally.print();
        assertThat(tally.samples()).isEqualTo(3);
        assertThat(tally.accepted()).isEqualTo(1);
        assertThat(tally.setAside()).isEqualTo(Map.of(SetAside.STATUS, 1, SetAside.UNKNOWN_KIND, 1));
    }

    @Test
    void the_message_among_the_samples_says_hi() throws IOException {
        byte[] body = Files.readAllBytes(SharedSamples.require("webhooks/chatwoot/message_created.json"));

        FeedbackDraft draft = Adapting.feedback(ADAPTER, new String(body, UTF_8));

        assertThat(draft.text()).isEqualTo("hi");
        assertThat(draft.messageId()).isEqualTo("1:10:118");
        assertThat(draft.occurredAt()).isEqualTo("2021-07-23T18:02:48Z");
        assertThat(draft.contacts())
                .containsExactly(new Contact(ContactKind.VISITOR, "405f1d30-1af3-4fa0-8ffd-11ea3f86101e"));
    }

    private static SetAside setAside(String json) {
        return Adapting.setAside(ADAPTER, Adapting.request(json.getBytes(UTF_8)));
    }

    private static String sample(String name) {
        return new String(Adapting.sample("chat/chatwoot/" + name + ".json"), UTF_8);
    }
}
