package org.feedbackloop.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.feedbackloop.event.v1.Attachment;
import org.feedbackloop.event.v1.ChannelDetails;
import org.feedbackloop.event.v1.ChannelDetails.BookEntry;
import org.feedbackloop.event.v1.ChannelDetails.CallBack;
import org.feedbackloop.event.v1.ChannelDetails.Chat;
import org.feedbackloop.event.v1.ChannelDetails.IvrCall;
import org.feedbackloop.event.v1.ChannelDetails.Mail;
import org.feedbackloop.event.v1.ChannelDetails.OutboundCall;
import org.feedbackloop.event.v1.ChannelDetails.PhoneCall;
import org.feedbackloop.event.v1.ChannelDetails.PublicPost;
import org.feedbackloop.event.v1.ChannelDetails.ShortMessage;
import org.feedbackloop.event.v1.ChannelDetails.SurveyAnswer;
import org.feedbackloop.event.v1.ChannelDetails.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the kinds of channel tell besides the words, read from frozen messages. */
class ChannelDetailsTest {

    private static final List<String> PERSONAL =
            List.of("digits", "original", "text", "name", "value", "answer", "author", "referrer");

    @Test
    void every_kind_of_details_is_told_by_the_channel_that_has_it() {
        assertThat(details("complaint-by-phone"))
                .isEqualTo(new PhoneCall("op-17", Instant.parse("2026-04-07T09:07:30Z"), 418, "+48221000000"));
        assertThat(details("spoken-to-a-machine"))
                .isEqualTo(new IvrCall(List.of("main", "after-sales"), "2#", "+442071000000", 0.87));
        assertThat(details("cold-call-that-was-refused"))
                .isEqualTo(new OutboundCall("op-03", false, "refused", Instant.parse("2026-04-07T11:30:10Z"), 35));
        assertThat(details("wish-to-be-called-back"))
                .isEqualTo(new CallBack(
                        Instant.parse("2026-04-07T14:00:00Z"), Instant.parse("2026-04-07T16:00:00Z"), "Europe/Warsaw"));
        assertThat(details("photo-in-a-messenger")).isEqualTo(new ShortMessage("telegram", "caption", "899", "901"));
        assertThat(details("stars-at-a-terminal")).isEqualTo(new Terminal("wroclaw-3", "exit", "How was your visit?"));
        assertThat(details("entry-in-the-complaint-book"))
                .isEqualTo(new BookEntry("2026/2", 41, LocalDate.parse("2026-04-03"), "k.zielinska"));
        assertThat(details("survey-with-its-answers"))
                .isEqualTo(new SurveyAnswer(
                        "nps",
                        "lT4Z3j",
                        List.of(
                                new SurveyAnswer.Answer("How likely are you to recommend us?", "6"),
                                new SurveyAnswer.Answer("What should we change?", "Make the lid easier to open."))));
        assertThat(details("comment-under-a-product"))
                .isEqualTo(new PublicPost("Northwind Blog", "BRW-1.7", "c-8990", "teapot_tom"));
    }

    @Test
    void a_mail_keeps_its_thread_its_files_names_and_what_was_cut_off() {
        var feedback = GoldenFile.read(EventType.FEEDBACK_RECEIVED, "mail-that-answers-another")
                .data();

        assertThat(feedback.conversation()).isEqualTo("<a01b8a2e-e707-512f-8e34-dca9680e25ce@northwind.example>");
        assertThat(feedback.attachments())
                .containsExactly(
                        new Attachment("leak.jpg", "image/jpeg", 482_113L),
                        new Attachment(null, "application/octet-stream", null));
        assertThat(feedback.details()).isInstanceOfSatisfying(Mail.class, mail -> {
            assertThat(mail.messageId()).isEqualTo("<CAF31@mail.example.org>");
            assertThat(mail.inReplyTo()).isEqualTo(feedback.conversation());
            assertThat(mail.to()).containsExactly("care@northwind.example");
            assertThat(mail.original()).startsWith(feedback.text()).contains("> We have received your complaint.");
        });
    }

    @Test
    void a_chat_says_who_said_what() {
        assertThat(details("chat-with-its-transcript"))
                .isEqualTo(new Chat(
                        List.of(
                                new Chat.Line("bot", null, null, "Hello! How can we help?"),
                                new Chat.Line(
                                        "customer",
                                        "Leo",
                                        Instant.parse("2026-04-08T08:02:40Z"),
                                        "Do you deliver to Madeira?"),
                                new Chat.Line(
                                        "consultant",
                                        "Maria",
                                        Instant.parse("2026-04-08T08:03:10Z"),
                                        "One moment, please.")),
                        "https://search.example.com/?q=delivery",
                        List.of(new Chat.Fact("company", "Leo & Sons"))));
    }

    static List<GoldenFile> detailed() {
        return GoldenFile.all().stream()
                .filter(golden -> golden.type().equals(EventType.FEEDBACK_RECEIVED))
                .filter(golden -> golden.data().has("details"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("detailed")
    void details_know_the_field_that_they_stand_in(GoldenFile golden) {
        assertThat(golden.data().get("details").fieldNames())
                .toIterable()
                .containsExactly(of(golden).wireName());
    }

    static List<GoldenFile> personal() {
        return detailed().stream()
                .filter(golden -> !personalIn(golden).isEmpty())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("personal")
    void details_print_no_words_of_a_customer_and_no_name(GoldenFile golden) {
        assertThat(of(golden).toString()).doesNotContain(personalIn(golden));
    }

    @Test
    void a_channel_that_tells_the_words_alone_has_no_details() {
        var feedback = GoldenFile.read(EventType.FEEDBACK_RECEIVED, "complaint-from-the-web-form")
                .data();

        assertThat(feedback.details()).isNull();
        assertThat(feedback.conversation()).isNull();
        assertThat(feedback.attachments()).isEmpty();
        assertThat(feedback.consentWord()).isNull();
    }

    private static ChannelDetails details(String name) {
        return GoldenFile.read(EventType.FEEDBACK_RECEIVED, name).data().details();
    }

    private static ChannelDetails of(GoldenFile golden) {
        return golden.read(EventType.FEEDBACK_RECEIVED).data().details();
    }

    private static List<String> personalIn(GoldenFile golden) {
        return PERSONAL.stream()
                .flatMap(field -> golden.data().get("details").findValuesAsText(field).stream())
                .toList();
    }
}
