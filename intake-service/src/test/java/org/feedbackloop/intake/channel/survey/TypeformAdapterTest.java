package org.feedbackloop.intake.channel.survey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import org.feedbackloop.event.v1.About;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.event.v1.ChannelDetails.SurveyAnswer;
import org.feedbackloop.event.v1.ChannelDetails.SurveyAnswer.Answer;
import org.feedbackloop.event.v1.Contact;
import org.feedbackloop.event.v1.ContactKind;
import org.feedbackloop.event.v1.Rating;
import org.feedbackloop.event.v1.RatingScale;
import org.feedbackloop.intake.Adapting;
import org.feedbackloop.intake.SampleTally;
import org.feedbackloop.intake.SharedSamples;
import org.feedbackloop.intake.draft.Adapted.Normalised;
import org.feedbackloop.intake.draft.Adapted.SetAside;
import org.feedbackloop.intake.draft.FeedbackDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeformAdapterTest {

    private static final TypeformAdapter ADAPTER = new TypeformAdapter(Adapting.NORMALISER);

    @Test
    void an_answered_form_is_taken_whole() {
        assertThat(feedback("all-kinds"))
                .isEqualTo(new FeedbackDraft(
                        Channel.SURVEY,
                        "k7w2tea0000000000000000000000001",
                        Instant.parse("2026-03-02T09:00:00Z"),
                        List.of(
                                new Contact(ContactKind.CUSTOMER_NUMBER, "C-1843"),
                                new Contact(ContactKind.EMAIL, "ada@example.org"),
                                new Contact(ContactKind.PHONE, "+442079460000")),
                        "Ada Lovelace",
                        null,
                        "The cups came in pieces.\n\nUse more straw.",
                        "en-GB",
                        null,
                        new Rating(RatingScale.NPS, 3),
                        About.NOTHING,
                        null,
                        List.of(),
                        null,
                        new SurveyAnswer(
                                "nps",
                                "After your order",
                                List.of(
                                        new Answer("Would you recommend us?", "3"),
                                        new Answer("How was the delivery?", "2"),
                                        new Answer("Why this score?", "The cups came in pieces."),
                                        new Answer("Your e-mail", "ada@example.org"),
                                        new Answer("Your phone", "+442079460000"),
                                        new Answer("Where do you live?", "Ockham"),
                                        new Answer("Which teas do you drink?", "Assam, Darjeeling, Nettle"),
                                        new Answer("Would you order again?", "false"),
                                        new Answer("When did it arrive?", "2026-02-27"),
                                        new Answer("A photo", "https://files.example.org/cups.jpg"),
                                        new Answer("Your site", "https://ada.example.org"),
                                        new Answer("A tip", "2.50"),
                                        new Answer("How many cups?", "6"),
                                        new Answer("Anything else?", "Use more straw."))),
                        null));
    }

    @Test
    void where_nobody_had_room_to_write_the_longest_short_answer_is_the_text() {
        FeedbackDraft draft = feedback("short-answers");

        assertThat(draft.text()).isEqualTo("Open on Sundays");
        assertThat(draft.rating()).isEqualTo(new Rating(RatingScale.CSAT, 4));
    }

    @ParameterizedTest
    @CsvSource({
        "rating, {}, 5, stars",
        "rating, {'steps': 5}, 1, stars",
        "rating, {'steps': 10}, 5,",
        "rating, {}, 9,",
        "nps, {}, 0, nps",
        "nps, {}, 11,",
        "'opinion_scale', {'steps': 11}, 10, nps",
        "'opinion_scale', {'steps': 5; 'start_at_one': true}, 5, csat",
        "'opinion_scale', {'steps': 5}, 0,",
        "'opinion_scale', {}, 4,",
        "number, {}, 4,",
    })
    void a_score_counts_where_its_scale_is_known(String type, String properties, int score, String scale) {
        FeedbackDraft draft = Adapting.feedback(
                ADAPTER, """
                {"event_type":"form_response","form_response":{"token":"t",
                 "definition":{"fields":[{"id":"s","type":"%1$s","title":"Score","properties":%2$s}]},
                 "answers":[{"type":"number","number":%3$d,"field":{"id":"s","type":"%1$s"}},
                  {"type":"text","text":"So so","field":{"id":"w","type":"long_text"}}]}}
                """.formatted(type, properties.replace('\'', '"').replace(";", ","), score));

        assertThat(draft.rating() == null ? null : draft.rating().scale().wireName())
                .isEqualTo(scale);
    }

    @Test
    void a_form_that_is_delivered_again_as_another_event_is_the_same_message() {
        String first = new String(sample("short-answers"), UTF_8);
        String again = first.replace("01HX7R", "01HX7Z");

        assertThat(again).isNotEqualTo(first);
        assertThat(Adapting.feedback(ADAPTER, again)).isEqualTo(feedback("short-answers"));
    }

    @Test
    void what_nobody_finished_is_set_aside() {
        assertThat(Adapting.setAside(ADAPTER, Adapting.request(sample("partial")))
                        .reason())
                .isEqualTo(SetAside.UNKNOWN_KIND);
    }

    @Test
    void a_form_without_words_or_score_is_empty() {
        byte[] body = "{\"event_type\":\"form_response\",\"form_response\":{\"token\":\"t\",\"answers\":null}}"
                .getBytes(UTF_8);

        assertThat(Adapting.setAside(ADAPTER, Adapting.request(body)).reason()).isEqualTo(SetAside.EMPTY);
    }

    @Test
    void what_is_no_json_is_refused() {
        Adapting.problem(ADAPTER::adapt, Adapting.request("form_response".getBytes(UTF_8)));
    }

    @Test
    void the_sample_of_the_provider_is_taken() throws IOException {
        SampleTally tally = new SampleTally(ADAPTER);

        Normalised taken = tally.take(
                Adapting.request(Files.readAllBytes(SharedSamples.require("webhooks/typeform/form_response.json"))));

        tally.print();
        FeedbackDraft draft = (FeedbackDraft) taken.drafts().get(0);
        assertThat(draft.messageId()).isEqualTo("a3a12ec67a1365927098a606107fac15");
        assertThat(draft.occurredAt()).isEqualTo("2018-01-18T18:17:02Z");
        assertThat(draft.contacts()).containsExactly(new Contact(ContactKind.EMAIL, "laura@example.com"));
        assertThat(draft.rating()).isEqualTo(new Rating(RatingScale.STARS, 3));
        assertThat(draft.text()).startsWith("It's cold right now!");
        assertThat(((SurveyAnswer) draft.details()).answers()).hasSize(12);
    }

    private static FeedbackDraft feedback(String sample) {
        return Adapting.feedback(ADAPTER, new String(sample(sample), UTF_8));
    }

    private static byte[] sample(String name) {
        return Adapting.sample("survey/typeform/" + name + ".json");
    }
}
