package org.feedbackloop.intake.channel.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.Objects;
import org.feedbackloop.event.v1.Attachment;
import org.feedbackloop.event.v1.ChannelDetails;
import org.feedbackloop.event.v1.Contact;
import org.feedbackloop.event.v1.ContactKind;
import org.feedbackloop.intake.Adapting;
import org.feedbackloop.intake.channel.RawRequest;
import org.feedbackloop.intake.draft.FeedbackDraft;
import org.feedbackloop.intake.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailgunAdapterTest {

    private static final MailgunAdapter ADAPTER = new MailgunAdapter(Adapting.NORMALISER);

    @ParameterizedTest
    @ValueSource(strings = {"fields.txt", "attachment.multipart.txt"})
    void a_mail_in_fields_is_taken(String sample) {
        FeedbackDraft mail = feedback(sample);

        assertThat(mail.messageId()).isEqualTo("<mg1@mail.example>");
        assertThat(mail.occurredAt()).isEqualTo(Instant.parse("2026-03-02T08:30:00Z"));
        assertThat(mail.contacts()).containsExactly(new Contact(ContactKind.EMAIL, "ada@mail.example"));
        assertThat(mail.customerName()).isEqualTo("Ada Lovelace");
        assertThat(mail.text()).isEqualTo("The cup is broken – again.");
        ChannelDetails.Mail details = (ChannelDetails.Mail) Objects.requireNonNull(mail.details());
        assertThat(details.inReplyTo()).isEqualTo("<note2@acme.example>");
        assertThat(details.original()).contains("It is on its way.");
    }

    @Test
    void of_a_file_its_name_and_size_are_kept() {
        assertThat(feedback("attachment.multipart.txt").attachments())
                .singleElement()
                .satisfies(file -> {
                    assertThat(file.name()).isEqualTo("cup.png");
                    assertThat(file.contentType()).isEqualTo("image/png");
                    assertThat(file.bytes()).isPositive();
                });
    }

    @Test
    void a_mail_as_it_travelled_is_taken() {
        FeedbackDraft mail = feedback("mime.multipart.txt");

        assertThat(mail.messageId()).isEqualTo("<ru1@mail.example>");
        assertThat(mail.customerName()).isEqualTo("Анна Каренина");
        assertThat(mail.text()).isEqualTo("Здравствуйте!\nЧашка опять пришла разбитой. Верните, пожалуйста, деньги.");
    }

    @Test
    void a_part_that_calls_itself_a_multipart_is_one_field() {
        String body = """
                --x
                Content-Disposition: form-data; name="attachment-1"; filename="a.eml"
                Content-Type: multipart/mixed; boundary=y

                --y
                Content-Disposition: form-data; name="from"

                Eve <eve@mail.example>
                --y--
                --x
                Content-Disposition: form-data; name="from"

                Ada <ada@mail.example>
                --x
                Content-Disposition: form-data; name="body-plain"

                Hello
                --x--
                """.replace("\n", "\r\n");
        byte[] form = body.getBytes(UTF_8);

        FeedbackDraft mail =
                (FeedbackDraft) Adapting.draft(ADAPTER::adapt, Adapting.request(form, MailSigning.form(form)));

        assertThat(mail.customerName()).isEqualTo("Ada");
        assertThat(mail.attachments())
                .extracting(Attachment::name, Attachment::contentType)
                .containsExactly(tuple("a.eml", "multipart/mixed"));
    }

    @Test
    void a_report_is_told_by_its_headers() {
        byte[] form = ("from=Ada+%3Cada%40mail.example%3E&body-plain=away"
                        + "&message-headers=%5B%5B%22Auto-Submitted%22%2C%22auto-replied%22%5D%5D")
                .getBytes(UTF_8);

        assertThat(Adapting.setAside(ADAPTER, Adapting.request(form, MailSigning.form(form)))
                        .reason())
                .isEqualTo("auto-reply");
    }

    @Test
    void without_an_id_a_second_delivery_has_the_name_of_the_first() {
        String mail = "from=ada%40mail.example&subject=Cup&body-plain=Broken";

        assertThat(plain(mail + "&timestamp=1&token=a").messageId())
                .startsWith("sha256:")
                .isEqualTo(plain(mail + "&timestamp=2&token=b").messageId());
        assertThat(plain(mail + "!").messageId()).isNotEqualTo(plain(mail).messageId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"fields.txt", "attachment.multipart.txt", "mime.multipart.txt"})
    void what_mailgun_signed_is_authentic_and_nothing_else(String sample) {
        byte[] signed = MailSigning.mailgun(Adapting.SECRET, Adapting.sample("email/mailgun/" + sample));

        assertThat(ADAPTER.isAuthentic(request(signed), Adapting.SECRET)).isTrue();
        assertThat(ADAPTER.isAuthentic(request(signed), "another secret")).isFalse();
        assertThat(ADAPTER.isAuthentic(request(Adapting.sample("email/mailgun/" + sample)), Adapting.SECRET))
                .isFalse();
    }

    /** Computed with openssl: what is signed is the time and the token, and no byte of those may change. */
    @Test
    void no_byte_of_what_is_signed_can_be_altered() {
        String form = "timestamp=1772440200&token=0f3a9d5b&signature="
                + "ddda7b19f7a875c2c7c3d1bce1e6c80c19fcafd605c79ba8e96cb43324bbb57c";
        byte[] body = form.getBytes(ISO_8859_1);
        assertThat(ADAPTER.isAuthentic(request(body), Adapting.SECRET)).isTrue();

        for (int i = 0; i < body.length; i++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] altered = body.clone();
                altered[i] ^= (byte) (1 << bit);
                assertThat(ADAPTER.isAuthentic(request(altered), Adapting.SECRET))
                        .as("byte %d, bit %d", i, bit)
                        .isFalse();
            }
        }
    }

    @Test
    void what_is_no_form_is_neither_authentic_nor_taken() {
        RawRequest json = Adapting.request("{}".getBytes(UTF_8), "Content-Type", "application/json");

        assertThat(ADAPTER.isAuthentic(json, Adapting.SECRET)).isFalse();
        assertThat(Adapting.problem(ADAPTER::adapt, json).kind()).isEqualTo(Problem.Kind.MALFORMED_BODY);
    }

    private static FeedbackDraft feedback(String sample) {
        return (FeedbackDraft) Adapting.draft(ADAPTER::adapt, request(Adapting.sample("email/mailgun/" + sample)));
    }

    private static FeedbackDraft plain(String form) {
        return (FeedbackDraft) Adapting.draft(ADAPTER::adapt, request(form.getBytes(UTF_8)));
    }

    private static RawRequest request(byte[] form) {
        return Adapting.request(form, MailSigning.form(form));
    }
}
