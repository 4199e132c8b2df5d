package org.feedbackloop.intake.channel.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.feedbackloop.event.v1.Contact;
import org.feedbackloop.event.v1.ContactKind;
import org.feedbackloop.intake.Adapting;
import org.feedbackloop.intake.channel.RawRequest;
import org.feedbackloop.intake.draft.FeedbackDraft;
import org.feedbackloop.intake.problem.Problem;
import org.junit.jupiter.api.Test;

class SendGridAdapterTest {

    private static final SendGridAdapter ADAPTER = new SendGridAdapter(Adapting.NORMALISER);

    @Test
    void a_mail_in_fields_is_taken_each_field_in_its_charset() {
        FeedbackDraft mail = feedback("fields");

        assertThat(mail.messageId()).isEqualTo("<sg1@mail.example>");
        assertThat(mail.occurredAt()).isEqualTo(Instant.parse("2026-03-02T08:30:00Z"));
        assertThat(mail.contacts()).containsExactly(new Contact(ContactKind.EMAIL, "ada@mail.example"));
        assertThat(mail.customerName()).isEqualTo("Ada Lovelace");
        assertThat(mail.subject()).isEqualTo("Re: Your order");
        assertThat(mail.text()).isEqualTo("Die Tasse ist kaputt. Viele Grüße");
        assertThat(mail.attachments())
                .singleElement()
                .satisfies(file -> assertThat(file.name()).isEqualTo("cup.png"));
    }

    @Test
    void html_becomes_text() {
        assertThat(feedback("html").text()).isEqualTo("The cup is broken.\n\nAgain!");
    }

    @Test
    void a_mail_as_it_travelled_is_taken() {
        FeedbackDraft mail = feedback("mime");

        assertThat(mail.messageId()).isEqualTo("<ru1@mail.example>");
        assertThat(mail.subject()).isEqualTo("Re: Заказ А-4711");
        assertThat(mail.text()).isEqualTo("Здравствуйте!\nЧашка опять пришла разбитой. Верните, пожалуйста, деньги.");
    }

    @Test
    void a_report_is_told_by_its_headers() {
        byte[] form = "headers=Content-Type%3A+multipart%2Freport%3B+report-type%3Ddelivery-status&text=Sorry"
                .getBytes(UTF_8);

        assertThat(Adapting.setAside(ADAPTER, request(form)).reason()).isEqualTo("bounce");
    }

    @Test
    void who_knows_the_password_is_authentic_and_nobody_else() {
        byte[] form = Adapting.sample("email/sendgrid/fields.multipart.txt");

        assertThat(ADAPTER.isAuthentic(Adapting.request(form, MailSigning.password(Adapting.SECRET)), Adapting.SECRET))
                .isTrue();
        assertThat(ADAPTER.isAuthentic(
                        Adapting.request(form, MailSigning.password(Adapting.SECRET + 'x')), Adapting.SECRET))
                .isFalse();
        assertThat(ADAPTER.isAuthentic(Adapting.request(form), Adapting.SECRET)).isFalse();
    }

    @Test
    void what_is_no_form_is_rejected() {
        assertThat(Adapting.problem(ADAPTER::adapt, Adapting.request(new byte[] {1}))
                        .kind())
                .isEqualTo(Problem.Kind.MALFORMED_BODY);
    }

    private static FeedbackDraft feedback(String sample) {
        return (FeedbackDraft)
                Adapting.draft(ADAPTER::adapt, request(Adapting.sample("email/sendgrid/" + sample + ".multipart.txt")));
    }

    private static RawRequest request(byte[] form) {
        return Adapting.request(form, MailSigning.form(form));
    }
}
