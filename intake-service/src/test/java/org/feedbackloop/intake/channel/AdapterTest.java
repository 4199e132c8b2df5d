package org.feedbackloop.intake.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.feedbackloop.event.v1.About;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.event.v1.Contact;
import org.feedbackloop.event.v1.ContactKind;
import org.feedbackloop.event.v1.CustomerClass;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.event.v1.Rating;
import org.feedbackloop.event.v1.RatingScale;
import org.feedbackloop.intake.Adapting;
import org.feedbackloop.intake.channel.web.WebFormAdapter;
import org.feedbackloop.intake.draft.Adapted;
import org.feedbackloop.intake.draft.Draft;
import org.feedbackloop.intake.draft.FeedbackDraft;
import org.feedbackloop.intake.draft.Normaliser;
import org.feedbackloop.intake.problem.Problem;
import org.feedbackloop.intake.problem.Problem.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Golden samples of each channel, and what JSON may not be. */
class AdapterTest {

    private static final Normaliser NORMALISER = Adapting.NORMALISER;
    private static final Function<RawRequest, Adapted> CANONICAL = new CanonicalAdapter(NORMALISER)::adapt;
    private static final Function<RawRequest, Adapted> WEB_FORM = new WebFormAdapter(NORMALISER)::adapt;

    @Test
    void canonical_feedback_is_taken_whole() {
        assertThat(draft(CANONICAL, Adapting.sample("canonical.json")))
                .isEqualTo(new FeedbackDraft(
                        Channel.PHONE_CALL,
                        "call-42",
                        Instant.parse("2026-03-01T06:00:00Z"),
                        List.of(
                                new Contact(ContactKind.CUSTOMER_NUMBER, "C-1001"),
                                new Contact(ContactKind.EMAIL, "ada@example.org"),
                                new Contact(ContactKind.PHONE, "+442079460000"),
                                new Contact(ContactKind.MESSENGER, "telegram:4711"),
                                new Contact(ContactKind.VISITOR, "v-9")),
                        "Ada Lovelace",
                        "Broken cup",
                        "The parcel arrived open and one cup is broken.",
                        "en-GB",
                        FeedbackType.COMPLAINT,
                        new Rating(RatingScale.STARS, 2),
                        new About(
                                "kitchen/cups",
                                "CUP-7",
                                "A-4711",
                                "https://shop.example.org/cups",
                                "Leeds",
                                List.of("CUP-7", "SAU-2")),
                        null,
                        List.of(),
                        null,
                        null,
                        CustomerClass.A));
    }

    @Test
    void a_web_form_is_taken_whole() {
        assertThat(draft(WEB_FORM, Adapting.sample("web-form.json")))
                .isEqualTo(new FeedbackDraft(
                        Channel.WEB_FORM,
                        "f-20260301-17",
                        Instant.parse("2026-03-01T09:30:00Z"),
                        List.of(
                                new Contact(ContactKind.CUSTOMER_NUMBER, "C-1001"),
                                new Contact(ContactKind.EMAIL, "ada@example.org"),
                                new Contact(ContactKind.PHONE, "+442079460000"),
                                new Contact(ContactKind.VISITOR, "v-9")),
                        "Ada Lovelace",
                        "My order",
                        "Can I still change the address of my order?",
                        "en",
                        FeedbackType.QUESTION,
                        null,
                        new About("delivery", "CUP-7", "A-4711", "https://shop.example.org/orders/A-4711", null),
                        null,
                        List.of(),
                        null,
                        null,
                        null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "5",
                "\"text\"",
                "[]",
                "{",
                "{\"channel\":\"sms\",\"text\":\"a\"",
                "{\"channel\":\"sms\",\"text\":\"a\"} {}",
                "{'channel':'sms'}",
                "{\"channel\":\"sms\",\"channel\":\"sms\",\"text\":\"a\"}",
                "{\"text\":\"\\x\"}",
                "{\"text\":\"a\nb\"}",
                "{\"text\":NaN}",
                "{\"text\":\"a\",}",
                "// no\n{}",
                "\u0000{}",
                "{\"rating\":{\"scale\":\"nps\",\"score\":99999999999}}"
            })
    void what_is_no_json_object_is_malformed(String body) {
        assertThat(problem(body).kind()).isEqualTo(Kind.MALFORMED_BODY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"chanel\":\"sms\"} | chanel",
                "{\"customer\":{\"mail\":\"x\"}} | customer.mail",
                "{\"text\":5} | text",
                "{\"text\":true} | text",
                "{\"text\":[\"a\"]} | text",
                "{\"text\":{\"a\":1}} | text",
                "{\"customer\":\"ada\"} | customer",
                "{\"customer\":\"\"} | customer",
                "{\"customer\":[]} | customer",
                "{\"rating\":{\"score\":\"7\"}} | rating.score",
                "{\"rating\":{\"score\":7.5}} | rating.score",
                "{\"rating\":{\"score\":true}} | rating.score",
                "{\"rating\":9} | rating",
                "{\"about\":false} | about"
            })
    void a_field_that_is_not_what_it_must_be_is_named(String body, String field) {
        assertThat(problem(body).invalidParams())
                .singleElement()
                .satisfies(found -> assertThat(found.name()).isEqualTo(field));
    }

    @Test
    void nesting_without_end_is_refused() {
        assertThat(problem("{\"about\":".repeat(1_000)).status()).isEqualTo(400);
    }

    @Test
    void the_name_of_an_unknown_field_is_not_given_back_as_it_came() {
        assertThat(problem("{\"" + "x".repeat(500) + "\":1}")
                        .invalidParams()
                        .get(0)
                        .name())
                .hasSize(80);
        assertThat(problem("{\"a\\u0000\\u0007\":1}").invalidParams().get(0).name())
                .isEqualTo("a??");
    }

    @Test
    void what_was_said_is_never_quoted() {
        assertThat(problem("{\"type\":\"my secret\",\"customer\":{\"email\":\"my secret\"}}"))
                .asString()
                .doesNotContain("my secret");
    }

    private static Problem problem(String body) {
        return Adapting.problem(CANONICAL, Adapting.request(body.getBytes(UTF_8)));
    }

    private static Draft draft(Function<RawRequest, Adapted> adapter, byte[] body) {
        return Adapting.draft(adapter, Adapting.request(body));
    }
}
