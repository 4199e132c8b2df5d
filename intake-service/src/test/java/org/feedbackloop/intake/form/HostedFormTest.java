package org.feedbackloop.intake.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.intake.form.HostedForm.Field;
import org.feedbackloop.intake.form.HostedForm.Presence;
import org.feedbackloop.intake.page.PageLanguage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HostedFormTest {

    @Test
    void a_forms_own_text_comes_before_a_preferred_one_and_that_before_the_usual_one() {
        HostedForm form = form("ideas", "product-idea", Map.of(PageLanguage.EN, Map.of("title", "Dream with us")));

        assertThat(form.text(PageLanguage.EN, "title")).isEqualTo("Dream with us");
        assertThat(form.text(PageLanguage.EN, "message")).isEqualTo("Your idea");
        assertThat(form.text(PageLanguage.EN, "send")).isEqualTo("Send");
    }

    @Test
    void a_text_must_be_there_in_every_language_of_the_form() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HostedForm(
                        "ideas",
                        "Acme",
                        List.of(PageLanguage.EN, PageLanguage.FA),
                        Map.of(),
                        null,
                        null,
                        null,
                        null,
                        Map.of(PageLanguage.EN, Map.of("title", "Dream with us"))))
                .withMessageContaining("fa")
                .withMessageContaining("title");
    }

    @Test
    void a_text_that_no_page_shows_is_a_misspelt_one() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> form("ideas", null, Map.of(PageLanguage.EN, Map.of("titel", "Dream with us"))))
                .withMessageContaining("titel");
    }

    @Test
    void texts_that_there_are_not_cannot_be_preferred() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> form("ideas", "poems", Map.of()))
                .withMessageContaining("poems");
    }

    @Test
    void a_name_that_no_address_can_hold_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> form("Our ideas", null, Map.of()));
    }

    static HostedForm form(Map<Field, Presence> fields, @Nullable FeedbackType type, @Nullable String category) {
        return new HostedForm(
                "contact", "Acme", List.of(PageLanguage.values()), fields, type, category, null, null, Map.of());
    }

    private static HostedForm form(
            String name, @Nullable String wording, Map<PageLanguage, Map<String, String>> texts) {
        return new HostedForm(name, "Acme", List.of(PageLanguage.EN), Map.of(), null, null, null, wording, texts);
    }
}
