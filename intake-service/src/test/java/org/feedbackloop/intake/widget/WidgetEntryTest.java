package org.feedbackloop.intake.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.event.v1.ChannelDetails;
import org.feedbackloop.event.v1.Contact;
import org.feedbackloop.event.v1.ContactKind;
import org.feedbackloop.event.v1.FeedbackRejected.FieldProblem;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.intake.Adapting;
import org.feedbackloop.intake.draft.FeedbackDraft;
import org.feedbackloop.intake.form.HostedForm;
import org.feedbackloop.intake.page.PageLanguage;
import org.feedbackloop.intake.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WidgetEntryTest {

    private static final HostedForm CONTACT = new HostedForm(
            "contact", "Acme", List.of(PageLanguage.values()), Map.of(), null, "shop", null, null, Map.of());

    @Test
    void a_message_is_what_the_form_would_make_of_it_and_the_page_it_came_from() {
        FeedbackDraft draft = said(entry("message", "Great lamps", null));

        assertThat(draft.channel()).isEqualTo(Channel.WEB_FORM);
        assertThat(draft.declaredType()).isEqualTo(FeedbackType.PRAISE);
        assertThat(draft.language()).isEqualTo("pl");
        assertThat(draft.about().page()).isEqualTo("https://shop.example.org/lamps");
        assertThat(draft.about().category()).isEqualTo("shop");
    }

    @Test
    void a_call_is_asked_for_with_number_and_time() {
        FeedbackDraft draft = said(entry("callback", null, "+44 20 7946 0000"));

        assertThat(draft.channel()).isEqualTo(Channel.CALLBACK);
        assertThat(draft.text()).isEqualTo("Proszę o telefon.");
        assertThat(draft.contacts()).containsExactly(new Contact(ContactKind.PHONE, "+442079460000"));
        assertThat(draft.details())
                .isEqualTo(new ChannelDetails.CallBack(
                        Instant.parse("2026-03-03T08:00:00Z"), Instant.parse("2026-03-03T11:00:00Z"), "Europe/Warsaw"));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "message,-,-,message",
                "callback,-,-,phone",
                "callback,-,12,phone",
                "fax,hello,-,kind",
                "-,hello,-,kind"
            })
    void what_is_missing_is_told_by_its_field(
            @Nullable String kind, @Nullable String message, @Nullable String phone, String field) {
        assertThat(problem(entry(kind, message, phone)).invalidParams())
                .extracting(FieldProblem::name)
                .containsExactly(field);
    }

    @ParameterizedTest
    @EnumSource
    void the_widget_has_every_word_in_every_language(PageLanguage language) {
        WidgetOpening opening = WidgetOpening.of(CONTACT, language, "token");

        assertThat(opening.forms()).extracting(WidgetOpening.Form::kind).containsExactly("message", "callback");
        assertThat(opening.forms())
                .allSatisfy(form -> assertThat(form.fields())
                        .allSatisfy(field -> assertThat(field.label()).isNotBlank())
                        .filteredOn(field -> field.required() && !field.kind().equals("select"))
                        .allSatisfy(field -> assertThat(form.problems()).containsKey(field.name() + ".empty")));
        assertThat(opening.direction()).isEqualTo(language == PageLanguage.FA ? "rtl" : "ltr");
    }

    @Test
    void the_script_stays_under_fifteen_kilobytes() throws IOException {
        try (var script = WidgetEntry.class.getResourceAsStream("/widget/widget.js")) {
            assertThat(script.readAllBytes()).hasSizeLessThan(15_000);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.example.org, https://www.example.org, true",
        "https://www.example.org, https://www.example.org:8443, false",
        "https://www.example.org, http://www.example.org, false",
        "https://www.example.org, https://wwwxexample.org, false",
        "https://www.example.org, https://www.example.org.evil.example, false",
        "http://127.0.0.1:*, http://127.0.0.1:34567, true",
        "http://127.0.0.1:*, http://127.0.0.1, true",
        "http://127.0.0.1:*, http://127.0.0.1:80.evil.example, false",
        "http://127.0.0.1:8080, http://127.0.0.1:8080, true"
    })
    void an_origin_lets_in_itself_alone(String configured, String origin, boolean isLetIn) {
        assertThat(origin.matches(Origins.pattern(configured))).isEqualTo(isLetIn);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "", "www.example.org", "https://*", "https://www.example.org/", "null"})
    void what_is_no_origin_is_refused(String configured) {
        assertThatIllegalArgumentException().isThrownBy(() -> Origins.pattern(configured));
    }

    private static WidgetEntry entry(@Nullable String kind, @Nullable String message, @Nullable String phone) {
        boolean isCall = "callback".equals(kind);
        return new WidgetEntry(
                "token",
                kind,
                "pl",
                "praise",
                message,
                null,
                null,
                null,
                phone,
                isCall ? "2026-03-03T09:00:00+01:00" : null,
                isCall ? "2026-03-03T12:00:00+01:00" : null,
                isCall ? "Europe/Warsaw" : null,
                "https://shop.example.org/lamps",
                null);
    }

    private static FeedbackDraft said(WidgetEntry entry) {
        return (FeedbackDraft) Adapting.draft(
                raw -> entry.adapt(Adapting.NORMALISER, CONTACT, raw.receivedAt()), Adapting.request(new byte[0]));
    }

    private static Problem problem(WidgetEntry entry) {
        return Adapting.problem(
                raw -> entry.adapt(Adapting.NORMALISER, CONTACT, raw.receivedAt()), Adapting.request(new byte[0]));
    }
}
