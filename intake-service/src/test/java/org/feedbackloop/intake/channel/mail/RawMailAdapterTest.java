package org.feedbackloop.intake.channel.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.feedbackloop.event.v1.About;
import org.feedbackloop.event.v1.Attachment;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.event.v1.ChannelDetails;
import org.feedbackloop.event.v1.Contact;
import org.feedbackloop.event.v1.ContactKind;
import org.feedbackloop.intake.Adapting;
import org.feedbackloop.intake.draft.FeedbackDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RawMailAdapterTest {

    private static final RawMailAdapter ADAPTER = new RawMailAdapter(Adapting.NORMALISER);

    @Test
    void a_reply_is_taken_with_all_that_it_tells() {
        FeedbackDraft reply = sample("gmail-reply-english");

        assertThat(reply)
                .isEqualTo(new FeedbackDraft(
                        Channel.EMAIL,
                        "<CAB+reply1@mail.example>",
                        Instant.parse("2026-03-02T08:30:00Z"),
                        List.of(new Contact(ContactKind.EMAIL, "ada@mail.example")),
                        "Ada Lovelace",
                        "Re: Your order A-4711",
                        "The second cup arrived broken too – that’s twice now.\n\nCould you please refund it?",
                        null,
                        null,
                        null,
                        About.NOTHING,
                        reply.conversation(),
                        List.of(),
                        null,
                        reply.details(),
                        null));
        ChannelDetails.Mail details = (ChannelDetails.Mail) Objects.requireNonNull(reply.details());
        assertThat(details.inReplyTo()).isEqualTo("<note2@acme.example>");
        assertThat(details.to()).containsExactly("care@acme.example");
        assertThat(details.original()).contains("Analytical Engines, London", "> a new cup is on its way.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gmail-reply-russian           | Анна Каренина     | Re: Заказ А-4711         | Здравствуйте!\\nЧашка опять пришла разбитой. Верните, пожалуйста, деньги.
            outlook-html-german           | Jürgen Müller     | AW: Lieferung für A-4711 | Guten Tag,\\n\\ndie Tasse für 20 € kam zerbrochen an:\\n\\n- Henkel ab\\n- Sprung im Boden\\n\\nSiehe meine Bestellung <https://shop.example.org/a-4711>.
            outlook-plain-french          | Élise Dubois      | RE: Votre commande       | Bonjour,\\nla tasse est arrivée cassée, j’aimerais être remboursée.\\nÉlise
            apple-reply-polish            | Łukasz Żak        | Odp: Zamówienie          | Kubek przyszedł stłuczony. Proszę o zwrot pieniędzy.
            apple-reply-spanish           | Sofía             | Re: Tu pedido            | ¡La taza llegó rota otra vez!
            gmail-html-persian            | سارا احمدی        | سفارش شماره ۴۷۱۱         | سلام،\\nفنجان شکسته به دستم رسید.\\n\\nلطفاً یکی دیگر بفرستید.
            hindi                         | रवि               | मेरा कप टूटा हुआ आया     | नमस्ते,\\nकप टूटा हुआ आया। कृपया नया कप भेजें।
            japanese                      | 花子              | カップ                   | カップが割れて届きました。
            korean                        | 민수              | 컵                       | 컵이 깨져서 도착했습니다.
            cyrillic-without-charset      | Ivan              | order                    | Чашка пришла разбитой, верните деньги.
            cyrillic-with-unknown-charset | Ivan              | order                    | Чашка пришла разбитой, верните деньги.
            utf8-declared-as-latin1       | Zoë               | cup                      | Die Tasse ist kaputt – schöne Grüße aus Köln
            latin1-declared-as-utf8       | Zoe               | cup                      | Die Tasse ist kaputt, schöne Grüße aus Köln
            subject-alone                 | Ada               | Where is my order A-4711? | Where is my order A-4711?
            """)
    void a_mail_of_any_language_and_mailer_is_read_as_it_was_written(
            String sample, String name, String subject, String text) {
        FeedbackDraft mail = sample(sample);

        assertThat(mail.customerName()).isEqualTo(name);
        assertThat(mail.subject()).isEqualTo(subject);
        assertThat(mail.text()).isEqualTo(text.replace("\\n", "\n"));
    }

    @Test
    void of_what_is_attached_the_names_and_sizes_are_kept() {
        FeedbackDraft mail = sample("with-attachments");

        assertThat(mail.text()).isEqualTo("See the pictures.");
        assertThat(mail.attachments())
                .containsExactly(
                        new Attachment("Grüße.png", "image/png", 100L),
                        new Attachment("Список.pdf", "application/pdf", 90L),
                        new Attachment(null, "message/rfc822", 91L));
    }

    @Test
    void a_file_within_the_text_is_an_attachment() {
        FeedbackDraft mail = sample("inline-uuencode");

        assertThat(mail.text()).isEqualTo("Here it is.\n\n\nBye.");
        assertThat(mail.attachments()).containsExactly(new Attachment("cup.txt", "application/octet-stream", 3L));
    }

    @Test
    void who_is_to_be_answered_is_the_customer() {
        FeedbackDraft mail = sample("from-a-web-form");

        assertThat(mail.customerName()).isEqualTo("Lovelace, Ada");
        assertThat(mail.contacts()).containsExactly(new Contact(ContactKind.EMAIL, "ada@mail.example"));
    }

    @Test
    void a_mail_without_an_id_is_named_by_what_it_is() {
        assertThat(sample("no-message-id").messageId())
                .startsWith("sha256:")
                .isEqualTo(sample("no-message-id").messageId());
        assertThat(mail("Subject: a\r\n\r\nA").messageId())
                .isNotEqualTo(mail("Subject: a\r\n\r\nB").messageId());
    }

    @Test
    void two_long_ids_that_begin_alike_stay_two() {
        String begin = "Message-ID: <" + "x".repeat(300);

        assertThat(mail(begin + "1@mail.example>\r\n\r\nA").messageId())
                .hasSizeLessThan(200)
                .isNotEqualTo(mail(begin + "2@mail.example>\r\n\r\nA").messageId());
    }

    @Test
    void a_clock_that_is_wrong_does_not_say_when_it_was() {
        assertThat(mail("Date: Mon, 2 Mar 2099 09:30:00 +0100\r\n\r\nA").occurredAt())
                .isEqualTo(Adapting.NOW);
    }

    @Test
    void a_word_that_was_cut_in_the_middle_of_a_letter_is_whole_again() {
        assertThat(mail("Subject: =?utf-8?Q?Gr=C3=BC=C3?= =?UTF-8?Q?=9Fe?= an =?nonsense\r\n\r\nA")
                        .subject())
                .isEqualTo("Grüße an =?nonsense");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Ada <ada@mail.example>                         | Ada
            "Lovelace, Ada" <ADA@mail.example>             | Lovelace, Ada
            ada@mail.example (Ada)                         | Ada
            "Ada \\"the Countess\\" L." <ada@mail.example> | Ada "the Countess" L.
            =?utf-8?Q?Ada?= =?utf-8?Q?_L?= <ada@mail.example> | Ada L
            Friends: Ada <ada@mail.example>;               | Ada
            Ada <@relay.example:ada@mail.example>          | Ada
            <ada@mail.example                              |
            ada@mail.example                               |
            "ada@mail.example" <ada@mail.example>          |
            """)
    void a_sender_is_found_however_their_header_is_written(String from, String name) {
        FeedbackDraft mail = mail("From: " + from + "\r\n\r\nA");

        assertThat(mail.contacts()).containsExactly(new Contact(ContactKind.EMAIL, "ada@mail.example"));
        assertThat(mail.customerName()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\r\n", "\r\n\r\n", ": \r\n", "From: ada@mail.example\r\n\r\n \r\n"})
    void a_mail_that_says_nothing_is_set_aside(String mail) {
        assertThat(Adapting.setAside(ADAPTER, Adapting.request(mail.getBytes(ISO_8859_1)))
                        .reason())
                .isEqualTo("empty");
    }

    @Test
    void preformatted_text_keeps_its_lines_and_no_more() {
        assertThat(mail("Content-Type: text/html\r\n\r\n<pre>The cup\nis <b>broken</b> again.\n\n  Bye.</pre>")
                        .text())
                .isEqualTo("The cup\nis broken again.\n\n  Bye.");
    }

    @Test
    void the_items_of_a_numbered_list_are_counted_list_by_list() {
        assertThat(mail("Content-Type: text/html\r\n\r\n<ol><li>A<li>B<ol><li>C</ol><li>D</ol>")
                        .text())
                .isEqualTo("1. A\n2. B\n\n1. C\n\n3. D");
    }

    private static FeedbackDraft sample(String name) {
        return draft(Adapting.sample("email/raw/" + name + ".eml"));
    }

    private static FeedbackDraft mail(String mail) {
        return draft(mail.getBytes(UTF_8));
    }

    private static FeedbackDraft draft(byte[] mail) {
        return (FeedbackDraft) Adapting.draft(ADAPTER::adapt, Adapting.request(mail));
    }
}
