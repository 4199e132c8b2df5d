package org.feedbackloop.intake.form;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.event.v1.Contact;
import org.feedbackloop.event.v1.ContactKind;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.intake.Adapting;
import org.feedbackloop.intake.draft.FeedbackDraft;
import org.feedbackloop.intake.draft.Normaliser;
import org.feedbackloop.intake.form.HostedForm.Field;
import org.feedbackloop.intake.form.HostedForm.Presence;
import org.feedbackloop.intake.page.PageLanguage;
import org.feedbackloop.intake.problem.Problem;
import org.feedbackloop.intake.problem.Problem.Kind;
import org.feedbackloop.intake.problem.Refusal;
import org.junit.jupiter.api.Test;

class FormEntryTest {

    private static final String TOKEN = "3f0e6a52-9a6c-4a59-9c0b-5d4f6a1f9b7e";

    private static final HostedForm CONTACT = HostedFormTest.form(Map.of(), null, null);
    private static final HostedForm STRICT = HostedFormTest.form(
            Map.of(
                    Field.TYPE, Presence.REQUIRED,
                    Field.ORDER, Presence.REQUIRED,
                    Field.NAME, Presence.REQUIRED,
                    Field.EMAIL, Presence.REQUIRED,
                    Field.PHONE, Presence.HIDDEN),
            null,
            null);
    private static final HostedForm IDEAS = HostedFormTest.form(
            Map.of(Field.TYPE, Presence.HIDDEN, Field.ORDER, Presence.HIDDEN), FeedbackType.IDEA, "product/lamps");

    @Test
    void what_a_browser_sends_is_read() {
        FormEntry entry = read("token=" + TOKEN + "&type=praise&message=Thank+you%21%0D%0A%F0%9F%98%80&email=&x=1");

        assertThat(entry)
                .isEqualTo(new FormEntry(TOKEN, "praise", "Thank you!\r\n\ud83d\ude00", "", "", "", "", "", ""));
        assertThat(entry.isTrapped()).isFalse();
    }

    @Test
    void what_no_browser_sends_is_refused() {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> read("message=%zz"));
    }

    @Test
    void what_fills_in_the_field_that_no_person_sees_is_trapped() {
        assertThat(read("message=hello&website=http%3A%2F%2Fbuy.example").isTrapped())
                .isTrue();
    }

    @Test
    void an_entry_becomes_feedback_in_the_language_of_the_page() {
        FeedbackDraft draft = read("message=Merci&type=praise&email=Ada%40Example.org&name=Ada&order=A-1")
                .adapt(new Normaliser("GB"), CONTACT, PageLanguage.PL, Instant.EPOCH)
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

        for (PageLanguage language : PageLanguage.values()) {
            Problem problem = wrong.adapt(new Normaliser("GB"), CONTACT, language, Instant.EPOCH)
                    .fold(
                            said -> {
                                throw new AssertionError(said);
                            },
                            found -> found);

            EntryPage page = EntryPage.refused(CONTACT, language, wrong, problem, "new");

            assertThat(page.problems()).containsOnlyKeys(fields);
            assertThat(page.entry()).isEqualTo(wrong);
        }
    }

    @Test
    void a_message_that_was_changed_after_sending_goes_as_a_new_one() {
        FormEntry sent = read("token=" + TOKEN + "&message=hello");

        EntryPage page = EntryPage.refused(
                CONTACT, PageLanguage.EN, sent, Problem.of(Kind.IDEMPOTENCY_KEY_REUSED, "reused"), "new");

        assertThat(page.entry().token()).isEqualTo("new");
        assertThat(page.entry().message()).isEqualTo("hello");
        assertThat(page.hasProblems()).isTrue();
    }

    @Test
    void a_message_that_could_not_be_kept_goes_again_as_the_same() {
        FormEntry sent = read("token=" + TOKEN + "&message=hello");

        EntryPage page =
                EntryPage.refused(CONTACT, PageLanguage.EN, sent, Problem.of(Kind.NOT_ACKNOWLEDGED, "away"), "new");

        assertThat(page.entry()).isEqualTo(sent);
        assertThat(page.notice()).isEqualTo(PageLanguage.EN.text("problem.unavailable"));
    }

    @Test
    void what_a_form_requires_is_asked_for_in_every_language() {
        FormEntry entry = read("message=hello");

        for (PageLanguage language : PageLanguage.values()) {
            Problem problem = problem(entry, STRICT, language);

            assertThat(EntryPage.refused(STRICT, language, entry, problem, "new")
                            .problems())
                    .containsExactly(
                            entry("type", language.text("problem.type.empty")),
                            entry("order", language.text("problem.order.empty")),
                            entry("name", language.text("problem.name.empty")),
                            entry("email", language.text("problem.email.empty")));
        }
    }

    @Test
    void what_a_form_does_not_show_is_not_taken() {
        FormEntry entry =
                read("message=hello&type=idea&order=1&name=Ada&email=ada%40example.org&phone=%2B442079460000");

        FeedbackDraft draft = said(entry, STRICT);

        assertThat(draft.contacts()).containsExactly(new Contact(ContactKind.EMAIL, "ada@example.org"));
    }

    @Test
    void a_form_tells_type_and_category_where_it_does_not_ask() {
        FeedbackDraft draft = said(read("message=hello&type=praise&order=1"), IDEAS);

        assertThat(draft.declaredType()).isEqualTo(FeedbackType.IDEA);
        assertThat(draft.about().category()).isEqualTo("product/lamps");
        assertThat(draft.about().order()).isNull();
    }

    private static FeedbackDraft said(FormEntry entry, HostedForm form) {
        return (FeedbackDraft) Adapting.draft(
                raw -> entry.adapt(Adapting.NORMALISER, form, PageLanguage.EN, raw.receivedAt()),
                Adapting.request(new byte[0]));
    }

    private static Problem problem(FormEntry entry, HostedForm form, PageLanguage language) {
        return Adapting.problem(
                raw -> entry.adapt(Adapting.NORMALISER, form, language, raw.receivedAt()),
                Adapting.request(new byte[0]));
    }

    private static FormEntry read(String body) {
        return FormEntry.parse(body.getBytes(UTF_8));
    }
}
