package org.feedbackloop.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.qute.Engine;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Properties;
import java.util.UUID;
import org.feedbackloop.event.FollowUpId;
import org.feedbackloop.local.StackTestResource;
import org.feedbackloop.notification.Asked;
import org.feedbackloop.notification.followup.HeldFollowUp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in a mail, with the templates as they are built into the service. */
@QuarkusTest
@QuarkusTestResource(
        value = StackTestResource.class,
        initArgs = @ResourceArg(name = "database", value = "notification"))
class LetterSenderComponentTest {

    @Inject
    Engine templates;

    private LetterSender sender;

    @BeforeEach
    void takeUpThePen() {
        sender = new LetterSender(
                new Letterhead("Customer care <care@example.org>", "answers@example.org", "mail.example.org"),
                templates.getTemplate("letter.txt"),
                templates.getTemplate("letter.html"),
                Session.getInstance(new Properties()),
                Clock.fixed(Asked.AT, ZoneOffset.UTC));
    }

    @Test
    void an_acknowledgement_reads_well_as_text() throws MessagingException, IOException {
        String text = text(mail(Asked.toAcknowledge().saying("The kettle leaks.\nIt is new.")))
                .replaceAll("[0-9A-F]{8}", "1F2E3D4C");

        assertThat(text).isEqualToNormalizingNewlines("""
                        Dear Ada Lovelace,

                        We are sorry that something went wrong, and we thank you for telling us.

                        You wrote:
                        > The kettle leaks.
                        > It is new.

                        A consultant is looking into it and will write to you with what we have found and what we will do about it.

                        If you would like to add something, simply reply to this e-mail.

                        Kind regards
                        Customer care

                        Reference number: 1F2E3D4C
                        """);
    }

    @Test
    void feedback_without_words_leaves_no_empty_quote() throws MessagingException, IOException {
        MimeMessage mail = mail(Asked.toAcknowledge().saying(""));

        assertThat(text(mail)).doesNotContain("You wrote", "> ");
        assertThat(html(mail)).doesNotContain("You wrote", "<blockquote");
    }

    @Test
    void what_people_wrote_is_text_and_no_markup() throws MessagingException, IOException {
        MimeMessage mail = mail(Asked.toAnswer("1 < 2 & <img src=x onerror=alert(1)> {letter.subject}")
                .saying("<script>alert('x')</script>"));

        assertThat(html(mail))
                .contains(
                        "1 &lt; 2 &amp; &lt;img src=x onerror=alert(1)&gt; {letter.subject}",
                        "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;")
                .doesNotContain("<script", "<img");
        assertThat(text(mail)).contains("1 < 2 & <img src=x onerror=alert(1)> {letter.subject}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "hi", "pl", "ru"})
    void most_languages_run_from_left_to_right(String language) throws MessagingException, IOException {
        MimeMessage mail = mail(Asked.toAcknowledge().in(language));

        assertThat(html(mail)).contains("<html lang=\"" + language + "\" dir=\"ltr\">");
        assertThat(mail.getContentLanguage()).containsExactly(language);
    }

    @Test
    void persian_runs_from_right_to_left() throws MessagingException, IOException {
        MimeMessage mail = mail(Asked.toAcknowledge().in("fa").named("آدا").saying("کتری نشتی دارد."));

        assertThat(html(mail)).contains("<html lang=\"fa\" dir=\"rtl\">", "سلام آدا،", "کتری نشتی دارد.");
        assertThat(mail.getSubject()).startsWith("شکایت شما به دست ما رسید");
    }

    @Test
    void the_headers_say_who_writes_to_whom_about_what() throws MessagingException {
        Asked asked = Asked.toAcknowledge().at("ada@example.org");
        MimeMessage mail = mail(asked);

        assertThat(mail.getHeader("From", null)).isEqualTo("Customer care <care@example.org>");
        assertThat(mail.getHeader("Reply-To", null)).isEqualTo("answers@example.org");
        assertThat(mail.getHeader("To", null)).isEqualTo("ada@example.org");
        assertThat(mail.getHeader("X-Feedback-Id", null))
                .isEqualTo(asked.request().feedbackId().toString());
        assertThat(mail.getMessageID()).isEqualTo("<" + asked.request().followUpId() + "@mail.example.org>");
        assertThat(mail.getSentDate()).isEqualTo(Asked.AT);
    }

    @Test
    void only_what_no_person_wrote_says_that_it_is_automatic() throws MessagingException {
        assertThat(mail(Asked.toAcknowledge()).getHeader("Auto-Submitted", null))
                .isEqualTo("auto-replied");
        assertThat(mail(Asked.toAnswer("Here you are.")).getHeader("Auto-Submitted"))
                .isNull();
    }

    @Test
    void an_answer_refers_to_its_acknowledgement() throws MessagingException {
        FollowUpId acknowledgement = new FollowUpId(UUID.randomUUID());

        MimeMessage mail =
                sender.mail(new HeldFollowUp(Asked.toAnswer("Here you are.").event(), 1, acknowledgement));

        assertThat(mail.getHeader("In-Reply-To", null)).isEqualTo("<" + acknowledgement + "@mail.example.org>");
        assertThat(mail.getHeader("References", null)).isEqualTo("<" + acknowledgement + "@mail.example.org>");
    }

    @Test
    void a_customer_cannot_write_our_headers() throws MessagingException {
        MimeMessage mail = mail(Asked.toAcknowledge()
                .named("Eve\r\nBcc: all@example.net")
                .saying("x\r\nBcc: all@example.net\r\n\r\n<script>"));

        assertThat(Collections.list(mail.getAllHeaderLines()))
                .noneMatch(line -> line.contains("all@example.net"))
                .noneMatch(line -> line.startsWith("Bcc"));
    }

    private MimeMessage mail(Asked asked) throws MessagingException {
        return sender.mail(new HeldFollowUp(asked.event(), 1, null));
    }

    private static String text(MimeMessage mail) throws MessagingException, IOException {
        return part(mail, 0, "text/plain");
    }

    private static String html(MimeMessage mail) throws MessagingException, IOException {
        return part(mail, 1, "text/html");
    }

    private static String part(MimeMessage mail, int index, String type) throws MessagingException, IOException {
        var part = ((MimeMultipart) mail.getContent()).getBodyPart(index);
        assertThat(part.isMimeType(type)).isTrue();
        return (String) part.getContent();
    }
}
