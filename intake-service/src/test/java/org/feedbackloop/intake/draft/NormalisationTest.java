package org.feedbackloop.intake.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.event.v1.Contact;
import org.feedbackloop.event.v1.ContactKind;
import org.feedbackloop.event.v1.CustomerClass;
import org.feedbackloop.event.v1.FeedbackRejected.FieldProblem;
import org.feedbackloop.event.v1.Rating;
import org.feedbackloop.event.v1.RatingScale;
import org.feedbackloop.intake.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalisationTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void blank_is_the_same_as_absent() {
        FeedbackDraft draft = draftOf(
                said -> said.subject("subject", "  ").customerName("name", "").email("email", "\t"));

        assertThat(draft.subject()).isNull();
        assertThat(draft.customerName()).isNull();
        assertThat(draft.contacts()).isEmpty();
    }

    @Test
    void a_blank_choice_date_or_time_is_the_same_as_none() {
        Normalisation said = new Normaliser("GB").begin(NOW);

        assertThat(said.oneOf("outcome", " ", List.of("reached"))).isNull();
        assertThat(said.date("entered", "")).isNull();
        assertThat(said.time("startedAt", "\t")).isNull();
        assertThat(said.text("text", "Hello").channel(Channel.WEB_FORM).outcome("text"))
                .isInstanceOf(Adapted.Normalised.class);
    }

    @Test
    void contacts_are_in_normal_form_and_strongest_first() {
        FeedbackDraft draft = draftOf(said -> said.visitorId("v", "v-1")
                .messenger("m", "telegram:4711")
                .phone("p", "020 7946 0000")
                .email("e", " Ada@Example.org ")
                .customerNumber("c", "C-1"));

        assertThat(draft.contacts())
                .containsExactly(
                        new Contact(ContactKind.CUSTOMER_NUMBER, "C-1"),
                        new Contact(ContactKind.EMAIL, "ada@example.org"),
                        new Contact(ContactKind.PHONE, "+442079460000"),
                        new Contact(ContactKind.MESSENGER, "telegram:4711"),
                        new Contact(ContactKind.VISITOR, "v-1"));
    }

    @Test
    void article_numbers_are_kept_once_each_and_in_their_order() {
        FeedbackDraft draft = draftOf(said -> said.order("order", "A-4711")
                .skus("skus", List.of("CUP-7", " SAU-2 ", "CUP-7", ""))
                .product("product", "Cup"));

        assertThat(draft.about().skus()).containsExactly("CUP-7", "SAU-2");
        assertThat(draft.about().order()).isEqualTo("A-4711");
    }

    @Test
    void more_article_numbers_than_an_order_has_are_told() {
        List<String> many =
                IntStream.rangeClosed(1, 51).mapToObj(i -> "CUP-" + i).toList();

        assertThat(problemsOf(said -> said.skus("about.skus", many)))
                .containsExactly(new FieldProblem("about.skus", "must not be more than 50"));
        assertThat(problemsOf(said -> said.skus("about.skus", List.of("CUP-7", "x".repeat(101)))))
                .containsExactly(new FieldProblem("about.skus[1]", "must not be longer than 100 characters"));
    }

    @Test
    void a_customer_has_the_class_that_the_sender_says_or_none() {
        assertThat(draftOf(said -> said.customerClass("class", "A")).customerClass())
                .isEqualTo(CustomerClass.A);
        assertThat(draftOf(said -> said.customerClass("class", " ")).customerClass())
                .isNull();
        assertThat(problemsOf(said -> said.customerClass("class", "gold")))
                .containsExactly(new FieldProblem("class", "must be one of A, B, C"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+98 21 1234 5678", "0098 21 1234 5678", "+98(21)1234-5678"})
    void a_country_code_wins_over_the_region(String number) {
        assertThat(draftOf(said -> said.phone("phone", number)).contacts())
                .containsExactly(new Contact(ContactKind.PHONE, "+982112345678"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "call me", "+44", "+999 1234567", "123456789012345678901234567890"})
    void what_cannot_be_dialled_is_told(String number) {
        assertThat(problemsOf(said -> said.phone("phone", number)))
                .extracting(FieldProblem::name)
                .containsExactly("phone");
    }

    @Test
    void a_time_keeps_its_instant_whatever_its_offset() {
        assertThat(draftOf(said -> said.occurredAt("at", "2026-03-01T09:30:00+03:30"))
                        .occurredAt())
                .isEqualTo("2026-03-01T06:00:00Z");
    }

    @Test
    void without_a_time_it_happened_when_it_came() {
        assertThat(draftOf(UnaryOperator.identity()).occurredAt()).isEqualTo(NOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-01T10:04:59Z", "2000-01-01T00:00:00Z"})
    void a_time_within_reason_is_taken(String time) {
        assertThat(draftOf(said -> said.occurredAt("at", time)).occurredAt()).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-01T10:05:01Z",
                "1999-12-31T23:59:59Z",
                "2026-03-01T10:00:00",
                "2026-03-01",
                "2026-02-30T10:00:00Z",
                "+1000000000-01-01T00:00:00Z",
                "yesterday"
            })
    void a_time_beyond_reason_is_told(String time) {
        assertThat(problemsOf(said -> said.occurredAt("at", time)))
                .extracting(FieldProblem::name)
                .containsExactly("at");
    }

    @ParameterizedTest
    @CsvSource({"en, en", "EN-gb, en-GB", "fa-IR, fa-IR", "iw, he", "zh-Hans, zh-Hans"})
    void language_tags_get_one_form(String tag, String normal) {
        assertThat(draftOf(said -> said.language("language", tag)).language()).isEqualTo(normal);
    }

    @Test
    void every_field_that_is_to_be_mended_is_told_at_once() {
        List<FieldProblem> problems = problemsOf(said -> said.type("type", "rant")
                .language("language", "not a tag")
                .email("email", "ada")
                .messenger("messenger", "4711")
                .rating("scale", "nps", "score", 11)
                .subject("subject", "x".repeat(301))
                .customerName("name", "a\nb"));

        assertThat(problems)
                .extracting(FieldProblem::name)
                .containsExactly("type", "language", "email", "messenger", "score", "subject", "name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "\ud800", "a\udc00", "\udc00\ud800"})
    void what_no_database_can_hold_is_told(String text) {
        assertThat(problemsOf(said -> said.text("text", text)))
                .extracting(FieldProblem::reason)
                .containsExactly("must not contain NUL characters or halves of surrogate pairs");
    }

    @Test
    void a_text_keeps_its_lines_and_its_emoji() {
        assertThat(draftOf(said -> said.text("text", " one\n\ttwo \ud83d\ude00 "))
                        .text())
                .isEqualTo("one\n\ttwo \ud83d\ude00");
    }

    @Test
    void a_text_of_the_greatest_length_is_taken_and_one_more_character_is_not() {
        assertThat(draftOf(said -> said.text("text", "x".repeat(20_000))).text())
                .hasSize(20_000);
        assertThat(problemsOf(said -> said.text("text", "x".repeat(20_001)))).hasSize(1);
    }

    @Test
    void a_rating_may_stand_without_text() {
        FeedbackDraft draft = normalised(new Normaliser("GB")
                .begin(NOW)
                .channel(Channel.SURVEY)
                .rating("scale", "nps", "score", 0)
                .outcome("text"));

        assertThat(draft.rating()).isEqualTo(new Rating(RatingScale.NPS, 0));
        assertThat(draft.text()).isEmpty();
    }

    @Test
    void neither_text_nor_rating_is_nothing() {
        Adapted outcome = new Normaliser("GB").begin(NOW).channel(Channel.SMS).outcome("words");

        assertThat(problemsOf(outcome)).extracting(FieldProblem::name).containsExactly("words");
    }

    @Test
    void half_a_rating_is_told() {
        assertThat(problemsOf(said -> said.rating("scale", null, "score", null)))
                .extracting(FieldProblem::name)
                .containsExactly("scale", "score");
    }

    @Test
    void a_channel_that_the_body_must_name_must_be_known() {
        assertThat(problemsOf(said -> said.channel("channel", "fax")))
                .extracting(FieldProblem::name)
                .containsExactly("channel");
    }

    @Test
    void what_nobody_will_mend_is_made_to_fit() {
        FeedbackDraft draft = normalised(new Normaliser("GB")
                .beginUnmended(NOW)
                .channel(Channel.EMAIL)
                .occurredAt("date", "1970-01-01T00:00:00Z")
                .email("from", "nobody at all")
                .phone("phone", "12")
                .language("lang", "not a tag!")
                .type("type", "rant")
                .rating("scale", "nps", "score", 99)
                .subject("subject", "two\nlines\u0000")
                .text("text", "a\u0000b\ud800c" + "x".repeat(30_000))
                .outcome("text"));

        assertThat(draft.occurredAt()).isEqualTo(NOW);
        assertThat(draft.contacts()).isEmpty();
        assertThat(draft.language()).isNull();
        assertThat(draft.declaredType()).isNull();
        assertThat(draft.rating()).isNull();
        assertThat(draft.subject()).isEqualTo("two lines");
        assertThat(draft.text()).startsWith("a\uFFFDb\uFFFDc").hasSize(20_000);
    }

    @Test
    void a_text_is_not_cut_in_the_middle_of_a_character() {
        FeedbackDraft draft = normalised(new Normaliser("GB")
                .beginUnmended(NOW)
                .channel(Channel.EMAIL)
                .text("text", "x".repeat(19_999) + "😀")
                .outcome("text"));

        assertThat(draft.text()).hasSize(19_999);
    }

    @Test
    void nothing_that_nobody_will_mend_is_set_aside() {
        Adapted outcome =
                new Normaliser("GB").beginUnmended(NOW).channel(Channel.SMS).outcome("text");

        assertThat(outcome)
                .isEqualTo(Adapted.nothing(
                        new Adapted.SetAside(Adapted.SetAside.EMPTY, "There is neither text nor rating.")));
    }

    private static FeedbackDraft draftOf(UnaryOperator<Normalisation> said) {
        return normalised(said(said));
    }

    private static FeedbackDraft normalised(Adapted outcome) {
        return outcome.fold(all -> (FeedbackDraft) all.drafts().get(0), problem -> {
            throw new AssertionError(problem);
        });
    }

    private static List<FieldProblem> problemsOf(UnaryOperator<Normalisation> said) {
        return problemsOf(said(said));
    }

    private static List<FieldProblem> problemsOf(Adapted outcome) {
        return outcome.fold(draft -> List.of(), Problem::invalidParams);
    }

    private static Adapted said(UnaryOperator<Normalisation> said) {
        Normalisation begun =
                new Normaliser("GB").begin(NOW).channel(Channel.WEB_FORM).text("text", "The coffee was cold");
        return said.apply(begun).outcome("text");
    }
}
