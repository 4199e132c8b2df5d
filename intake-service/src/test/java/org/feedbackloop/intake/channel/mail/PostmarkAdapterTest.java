package org.feedbackloop.intake.channel.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.feedbackloop.event.v1.Attachment;
import org.feedbackloop.event.v1.Contact;
import org.feedbackloop.event.v1.ContactKind;
import org.feedbackloop.intake.Adapting;
import org.feedbackloop.intake.draft.FeedbackDraft;
import org.feedbackloop.intake.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostmarkAdapterTest {

    private static final PostmarkAdapter ADAPTER = new PostmarkAdapter(Adapting.NORMALISER);

    @Test
    void a_mail_is_taken() {
        FeedbackDraft mail = feedback("reply");

        assertThat(mail.messageId()).isEqualTo("<pm1@mail.example>");
        assertThat(mail.occurredAt()).isEqualTo(Instant.parse("2026-03-02T08:30:00Z"));
        assertThat(mail.contacts()).containsExactly(new Contact(ContactKind.EMAIL, "ada@mail.example"));
        assertThat(mail.customerName()).isEqualTo("Lovelace, Ada");
        assertThat(mail.subject()).isEqualTo("Re: Your order");
        assertThat(mail.text()).isEqualTo("The cup is broken – again.");
        assertThat(mail.attachments()).containsExactly(new Attachment("cup.png", "image/png", 8L));
    }

    @Test
    void html_becomes_text_and_postmarks_own_id_names_a_mail_without_one() {
        FeedbackDraft mail = feedback("html-without-message-id");

        assertThat(mail.text()).isEqualTo("The cup is broken.");
        assertThat(mail.messageId()).isEqualTo("postmark:73e6d360-66eb-11e1-8e72-a8904824019b");
        assertThat(mail.conversation()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"auto-reply, auto-reply", "delivery, unknown-kind"})
    void what_no_customer_wrote_is_set_aside(String sample, String reason) {
        assertThat(Adapting.setAside(ADAPTER, Adapting.request(sample(sample))).reason())
                .isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"From":7,"FromFull":[],"Headers":{"Name":[]},"Attachments":[null,1,{"Name":{},"ContentLength":1e400}],"TextBody":"Hello"}
            {"Headers":[{"Name":"Message-ID","Value":5},5],"Attachments":{"a":{"ContentLength":-1}},"TextBody":"Hello"}
            {"MessageID":{},"Date":"\\ud800","Subject":"\\u0000","TextBody":"Hello"}
            """)
    void fields_of_another_kind_are_the_same_as_missing(String json) {
        FeedbackDraft mail = (FeedbackDraft) Adapting.draft(ADAPTER::adapt, Adapting.request(json.getBytes(UTF_8)));

        assertThat(mail.text()).isEqualTo("Hello");
        assertThat(mail.contacts()).isEmpty();
        assertThat(mail.messageId()).startsWith("sha256:");
    }

    @Test
    void who_knows_the_password_is_authentic_and_nobody_else() {
        assertThat(ADAPTER.isAuthentic(
                        Adapting.request(sample("reply"), MailSigning.password(Adapting.SECRET)), Adapting.SECRET))
                .isTrue();
        assertThat(ADAPTER.isAuthentic(Adapting.request(sample("reply"), MailSigning.password("")), Adapting.SECRET))
                .isFalse();
        assertThat(ADAPTER.isAuthentic(Adapting.request(sample("reply")), Adapting.SECRET))
                .isFalse();
    }

    @Test
    void what_is_no_json_is_rejected() {
        assertThat(Adapting.problem(ADAPTER::adapt, Adapting.request("From: ada".getBytes(UTF_8)))
                        .kind())
                .isEqualTo(Problem.Kind.MALFORMED_BODY);
    }

    private static FeedbackDraft feedback(String sample) {
        return (FeedbackDraft) Adapting.draft(ADAPTER::adapt, Adapting.request(sample(sample)));
    }

    private static byte[] sample(String name) {
        return Adapting.sample("email/postmark/" + name + ".json");
    }
}
