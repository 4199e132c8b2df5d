package org.feedbackloop.intake.form;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.event.v1.Contact;
import org.feedbackloop.event.v1.ContactKind;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.intake.draft.FeedbackDraft;
import org.feedbackloop.intake.draft.Normaliser;
import org.feedbackloop.intake.problem.Problem;
import org.feedbackloop.intake.problem.Problem.Kind;
import org.feedbackloop.intake.problem.Refusal;
import org.junit.jupiter.api.Test;

class FormEntryTest {

    private static final String TOKEN = "3f0e6a52-9a6c-4a59-9c0b-5d4f6a1f9b7e";

    @Test
    void what_a_browser_sends_is_read() {
        FormEntry entry = read("token=" + TOKEN + "&type=praise&message=Thank+you%21%0D%0A%F0%9F%98%80&email=&x=1");

        assertThat(entry).isEqualTo(new FormEntry(TOKEN, "praise", "Thank you!\r\n\ud83d\ude00", "", "", "", ""));
        assertThat(entry.hasToken()).isTrue();
    }

    @Test
    void what_no_browser_sends_is_refused() {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> read("message=%zz"));
    }

    @Test
    void a_token_that_we_did_not_make_is_none() {
        assertThat(read("message=hello").hasToken()).isFalse();
        assertThat(read("token=1").hasToken()).isFalse();
    }

    @Test
    void an_entry_becomes_feedback_in_the_language_of_the_page() {
        FeedbackDraft draft = read("message=Merci&type=praise&email=Ada%40Example.org&name=Ada&order=A-1")
                .adapt(new Normaliser("GB"), FormLanguage.PL, Instant.EPOCH)
                .fold(said -> (FeedbackDraft) said.drafts().get(0), problem -> {
                    throw new AssertionError(problem);
                });

        assertThat(draft.channel()).isEqualTo(Channel.WEB_FORM);
        assertThat(draft.language()).isEqualTo("pl");
        assertThat(draft.declaredType()).isEqualTo(FeedbackType.PRAISE);
        assertThat(draft.contacts()).isEqualTo(List.of(new Contact(ContactKind.EMAIL, "ada@example.org")));
    }

    @Test
    void every_problem_has_its_words_in_every_language() {
        FormEntry wrong = read("type=rant&email=ada&phone=12&name=" + "x".repeat(201) + "&order=" + "x".repeat(101));
        List<String> fields = List.of("type", "message", "order", "name", "email", "phone");

        for (FormLanguage language : FormLanguage.values()) {
            Problem problem = wrong.adapt(new Normaliser("GB"), language, Instant.EPOCH)
                    .fold(
                            said -> {
                                throw new AssertionError(said);
                            },
                            found -> found);

            ContactPage page = ContactPage.refused(language, "Acme", wrong, problem);

            assertThat(page.problems()).containsOnlyKeys(fields);
            assertThat(page.entry()).isEqualTo(wrong);
        }
    }

    @Test
    void a_message_that_was_changed_after_sending_goes_as_a_new_one() {
        FormEntry sent = read("token=" + TOKEN + "&message=hello");

        ContactPage page =
                ContactPage.refused(FormLanguage.EN, "Acme", sent, Problem.of(Kind.IDEMPOTENCY_KEY_REUSED, "reused"));

        assertThat(page.entry().token()).isNotEqualTo(TOKEN);
        assertThat(page.entry().message()).isEqualTo("hello");
        assertThat(page.hasProblems()).isTrue();
    }

    @Test
    void a_message_that_could_not_be_kept_goes_again_as_the_same() {
        FormEntry sent = read("token=" + TOKEN + "&message=hello");

        ContactPage page =
                ContactPage.refused(FormLanguage.EN, "Acme", sent, Problem.of(Kind.NOT_ACKNOWLEDGED, "away"));

        assertThat(page.entry()).isEqualTo(sent);
        assertThat(page.notice()).isEqualTo(FormLanguage.EN.text("problem.unavailable"));
    }

    private static FormEntry read(String body) {
        return FormEntry.parse(body.getBytes(UTF_8));
    }
}
