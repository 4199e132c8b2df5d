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

class DelightedAdapterTest {

    private static final DelightedAdapter ADAPTER = new DelightedAdapter(Adapting.NORMALISER);

    @Test
    void a_comment_is_taken_with_its_score_and_all_other_answers() {
        assertThat(feedback("updated"))
                .isEqualTo(new FeedbackDraft(
                        Channel.SURVEY,
                        "9001:1772442120",
                        Instant.parse("2026-03-02T09:02:00Z"),
                        List.of(
                                new Contact(ContactKind.CUSTOMER_NUMBER, "C-1906"),
                                new Contact(ContactKind.EMAIL, "grace@example.org"),
                                new Contact(ContactKind.PHONE, "+14155550100")),
                        "Grace Hopper",
                        null,
                        "The lid does not fit.\n\nSend me another lid.",
                        "en",
                        null,
                        new Rating(RatingScale.CSAT, 2),
                        new About(null, "Teapot", null, null, null),
                        "9001",
                        List.of(),
                        null,
                        new SurveyAnswer(
                                "csat",
                                "csat",
                                List.of(
                                        new Answer("csat", "2"),
                                        new Answer("What went wrong?", "Quality, Packing"),
                                        new Answer("Where did you buy it?", "In the shop"),
                                        new Answer("How easy was it to order?", "4"),
                                        new Answer("Anything else?", "Send me another lid."))),
                        null));
    }

    @Test
    void an_update_is_a_message_of_its_own_in_the_same_conversation() {
        FeedbackDraft first = feedback("created");
        FeedbackDraft update = feedback("updated");

        assertThat(first.messageId()).isNotEqualTo(update.messageId());
        assertThat(first.conversation()).isEqualTo(update.conversation());
    }

    @Test
    void a_state_that_is_delivered_again_as_another_event_is_the_same_message() {
        String first = new String(sample("updated"), UTF_8);
        String again = first.replace("11d0c2", "11d0c9");

        assertThat(again).isNotEqualTo(first);
        assertThat(Adapting.feedback(ADAPTER, again)).isEqualTo(feedback("updated"));
    }

    @Test
    void a_score_alone_is_enough() {
        assertThat(feedback("created").text()).isEmpty();
        assertThat(feedback("created").rating()).isEqualTo(new Rating(RatingScale.CSAT, 2));
    }

    @Test
    void a_thumb_is_kept_as_an_answer_and_is_no_rating() {
        FeedbackDraft draft = feedback("thumbs");

        assertThat(draft.rating()).isNull();
        assertThat(draft.details())
                .isEqualTo(new SurveyAnswer("free-text", "thumbs", List.of(new Answer("thumbs", "0"))));
    }

    @ParameterizedTest
    @CsvSource({"nps, 0, nps", "enps, 10, nps", "csat, 5, csat", "smileys, 1, smiley", "stars_five, 4, stars", "ces, 4,"
    })
    void each_kind_of_survey_has_its_scale(String type, int score, String scale) {
        FeedbackDraft draft = Adapting.feedback(
                ADAPTER,
                "{\"event_type\":\"survey_response.created\",\"event_data\":{\"id\":\"1\",\"updated_at\":1772442000,"
                        + "\"survey_type\":\"" + type + "\",\"score\":" + score + ",\"comment\":\"Fine\"}}");

        assertThat(draft.rating() == null ? null : draft.rating().scale().wireName())
                .isEqualTo(scale);
    }

    @Test
    void who_wants_no_more_surveys_says_nothing_of_us() {
        assertThat(Adapting.setAside(ADAPTER, Adapting.request(sample("unsubscribed")))
                        .reason())
                .isEqualTo(SetAside.UNKNOWN_KIND);
    }

    @Test
    void the_sample_of_the_provider_is_taken() throws IOException {
        SampleTally tally = new SampleTally(ADAPTER);

        Normalised taken = tally.take(Adapting.request(
                Files.readAllBytes(SharedSamples.require("webhooks/delighted/survey_response_updated_promoter.json"))));

        tally.print();
        FeedbackDraft draft = (FeedbackDraft) taken.drafts().get(0);
        assertThat(draft.messageId()).isEqualTo("5435:1482590009");
        assertThat(draft.rating()).isEqualTo(new Rating(RatingScale.NPS, 9));
        assertThat(draft.text()).isEqualTo("Your service is fast and flawless!");
        assertThat(draft.customerName()).isEqualTo("Charlie Gravis");
        assertThat(draft.contacts()).containsExactly(new Contact(ContactKind.EMAIL, "charlie_gravis@example.com"));
    }

    private static FeedbackDraft feedback(String sample) {
        return Adapting.feedback(ADAPTER, new String(sample(sample), UTF_8));
    }

    private static byte[] sample(String name) {
        return Adapting.sample("survey/delighted/" + name + ".json");
    }
}
