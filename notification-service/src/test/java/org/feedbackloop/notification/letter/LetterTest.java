package org.feedbackloop.notification.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.feedbackloop.event.FeedbackId;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.notification.Asked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LetterTest {

    private static final FeedbackId FEEDBACK = FeedbackId.parse("1f2e3d4c-0000-5000-8000-000000000000");

    @Test
    void an_acknowledgement_says_what_we_heard_what_happens_next_and_under_which_number() {
        Letter letter = Letter.to(Asked.toAcknowledge()
                .about(FEEDBACK)
                .a(FeedbackType.COMPLAINT)
                .saying("The kettle leaks.\nIt is new.")
                .named("Ada Lovelace")
                .request());

        assertThat(letter.subject()).isEqualTo("We have received your complaint [1F2E3D4C]");
        assertThat(letter.greeting()).isEqualTo("Dear Ada Lovelace,");
        assertThat(letter.paragraphs())
                .containsExactly("We are sorry that something went wrong, and we thank you for telling us.");
        assertThat(letter.quote()).containsExactly("The kettle leaks.", "It is new.");
        assertThat(letter.closing()).first().asString().startsWith("A consultant is looking into it");
        assertThat(letter.reference()).isEqualTo("Reference number: 1F2E3D4C");
    }

    @Test
    void an_answer_holds_the_consultants_paragraphs_under_the_subject_of_the_acknowledgement() {
        Letter letter = Letter.to(Asked.toAnswer("We are sending a new kettle.\r\nToday.\r\n\r\nKeep the old one.")
                .about(FEEDBACK)
                .request());

        assertThat(letter.subject()).isEqualTo("Re: We have received your complaint [1F2E3D4C]");
        assertThat(letter.paragraphs())
                .containsExactly(
                        "Thank you for your patience. Here is our answer.",
                        "We are sending a new kettle.\nToday.",
                        "Keep the old one.");
        assertThat(letter.quote()).containsExactly("The kettle leaks.");
    }

    @ParameterizedTest
    @CsvSource({
        "es, Hemos recibido su reclamación [1F2E3D4C], 'Hola, Ada:'",
        "fa, شکایت شما به دست ما رسید [1F2E3D4C], سلام Ada،",
        "hi, हमें आपकी शिकायत मिल गई है [1F2E3D4C], 'नमस्ते Ada,'",
        "pl, Otrzymaliśmy Państwa reklamację [1F2E3D4C], 'Dzień dobry, Ada,'",
        "ru, Мы получили вашу жалобу [1F2E3D4C], 'Здравствуйте, Ada!'",
        "und, We have received your complaint [1F2E3D4C], 'Dear Ada,'"
    })
    void it_speaks_the_customers_language(String language, String subject, String greeting) {
        Letter letter = Letter.to(
                Asked.toAcknowledge().about(FEEDBACK).in(language).named("Ada").request());

        assertThat(letter.subject()).isEqualTo(subject);
        assertThat(letter.greeting()).isEqualTo(greeting);
    }

    @ParameterizedTest
    @EnumSource
    void each_type_of_feedback_is_met_with_words_of_its_own(FeedbackType type) {
        List<String> others = List.of(FeedbackType.values()).stream()
                .filter(other -> other != type)
                .map(other -> Letter.to(Asked.toAcknowledge().a(other).request())
                        .paragraphs()
                        .get(0))
                .toList();

        assertThat(Letter.to(Asked.toAcknowledge().a(type).request())
                        .paragraphs()
                        .get(0))
                .isNotIn(others);
    }

    @Test
    void feedback_without_words_is_not_quoted() {
        assertThat(Letter.to(Asked.toAcknowledge().saying(" \n ").request()).quote())
                .isEmpty();
    }

    @Test
    void a_long_text_is_quoted_by_its_beginning_and_no_character_is_cut_in_two() {
        Letter letter = Letter.to(
                Asked.toAcknowledge().saying("x".repeat(999) + "😀 and more").request());

        assertThat(letter.quote()).containsExactly("x".repeat(999) + "😀…");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Buy now at https://example.net",
                "cheap.example.net",
                "Ada\r\nBcc: eve@example.net",
                "{reference}",
                "<b>Ada</b>",
                "ada@example.net",
                "Call 555 0100",
                " "
            })
    void what_is_no_name_is_not_greeted_by_it(String name) {
        assertThat(Letter.to(Asked.toAcknowledge().named(name).request()).greeting())
                .isEqualTo("Hello,");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "José María",
                "O’Neill",
                "Anne-Marie",
                "J. R. Smith",
                "ناصر علی‌اکبر",
                "अदिति",
                "Łucja Żak",
                "Анна"
            })
    void names_of_all_our_languages_are_greeted(String name) {
        assertThat(Letter.to(Asked.toAcknowledge().named(name).request()).greeting())
                .isEqualTo("Dear " + name + ",");
    }

    @Test
    void characters_that_would_turn_or_hide_our_own_words_are_left_out() {
        Letter letter = Letter.to(Asked.toAcknowledge()
                .saying("a\u202Eb\u0000c\u2066d\u001B e\u200Df")
                .request());

        assertThat(letter.quote()).containsExactly("abcd e\u200Df");
    }

    @Test
    void the_subject_holds_no_word_of_the_customer() {
        Letter letter = Letter.to(Asked.toAcknowledge()
                .named("Eve\r\nBcc: all@example.net")
                .saying("Subject: gotcha\r\nBcc: all@example.net")
                .request());

        assertThat(letter.subject()).matches("We have received your complaint \\[[0-9A-F]{8}]");
    }

    @Test
    void it_does_not_show_a_customers_words_when_printed() {
        assertThat(Letter.to(Asked.toAcknowledge().saying("secret").request()).toString())
                .doesNotContain("secret", "Ada");
    }
}
