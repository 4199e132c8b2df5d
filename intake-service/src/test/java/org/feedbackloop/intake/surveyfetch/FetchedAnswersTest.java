package org.feedbackloop.intake.surveyfetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.EventId;
import org.feedbackloop.event.EventType;
import org.feedbackloop.event.FeedbackId;
import org.feedbackloop.event.v1.About;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.event.v1.ChannelDetails.SurveyAnswer;
import org.feedbackloop.event.v1.ChannelDetails.SurveyAnswer.Answer;
import org.feedbackloop.event.v1.Contact;
import org.feedbackloop.event.v1.ContactKind;
import org.feedbackloop.event.v1.FeedbackReceived;
import org.feedbackloop.event.v1.FeedbackRejected;
import org.feedbackloop.event.v1.Rating;
import org.feedbackloop.event.v1.RatingScale;
import org.feedbackloop.event.v1.SurveyAnnounced;
import org.feedbackloop.intake.Adapting;
import org.feedbackloop.intake.publish.ContactHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetchedAnswersTest {

    private static final Instant ANSWERED_AT = Instant.parse("2026-03-02T09:00:00Z");
    private static final Event<SurveyAnnounced> ANNOUNCED = announced();
    private static final byte[] DETAILS = ResponseDetails.ofAda();

    private final FetchedAnswers fetched = fetched(Map.of("81", RatingScale.NPS));

    @Test
    void answers_are_feedback_of_the_brand_that_asked() {
        Event<?> event = fetched.event(ANNOUNCED, DETAILS);

        assertThat(event.type()).isEqualTo(EventType.FEEDBACK_RECEIVED);
        assertThat(event.data())
                .isEqualTo(new FeedbackReceived(
                        FeedbackId.from(event.id()),
                        Channel.SURVEY,
                        "acme-surveys",
                        "acme",
                        List.of(
                                new Contact(ContactKind.CUSTOMER_NUMBER, "C-1815"),
                                new Contact(ContactKind.EMAIL, "ada@example.org")),
                        "Ada Lovelace",
                        null,
                        "The glaze came off.\n\nA jug, which leaks",
                        "en",
                        null,
                        new Rating(RatingScale.NPS, 4),
                        About.NOTHING,
                        null,
                        List.of(),
                        null,
                        new SurveyAnswer(
                                "nps",
                                "400100",
                                List.of(
                                        new Answer("How likely are you to recommend us?", "4"),
                                        new Answer("Why?", "The glaze came off."),
                                        new Answer("What did you buy?", "Cups, Plates, A jug, which leaks"),
                                        new Answer("How can we reach you?", "Ada Lovelace, ada@example.org"))),
                        null));
    }

    @Test
    void the_event_names_its_cause_and_keeps_its_times() {
        Event<?> event = fetched.event(ANNOUNCED, DETAILS);

        assertThat(event.source()).isEqualTo("/intake-service");
        assertThat(event.subject()).isEqualTo(event.id().toString());
        assertThat(event.causationId()).isEqualTo(ANNOUNCED.id());
        assertThat(event.correlationId()).isEqualTo(ANNOUNCED.correlationId());
        assertThat(event.time()).isEqualTo(ANSWERED_AT);
        assertThat(event.recordedTime()).isEqualTo(Adapting.NOW);
        assertThat(event.partitionKey()).hasSize(43);
    }

    @Test
    void an_announcement_that_comes_again_leads_to_the_same_event() {
        assertThat(fetched.event(ANNOUNCED, DETAILS)).isEqualTo(fetched.event(announced(), DETAILS));
    }

    @Test
    void a_score_on_a_scale_that_nobody_told_of_is_an_answer_and_no_rating() {
        FeedbackReceived feedback =
                (FeedbackReceived) fetched(Map.of()).event(ANNOUNCED, DETAILS).data();

        assertThat(feedback.rating()).isNull();
        assertThat(((SurveyAnswer) feedback.details()).answers())
                .contains(new Answer("How likely are you to recommend us?", "4"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"pages\":[]}", "{\"pages\":{\"questions\":7}}", "{\"pages\":[{\"questions\":[null]}]}"})
    void a_response_without_answers_is_kept_as_empty(String details) {
        Event<?> event = fetched.event(ANNOUNCED, details.getBytes(UTF_8));

        assertThat(event.type()).isEqualTo(EventType.FEEDBACK_REJECTED);
        assertThat(event.causationId()).isEqualTo(ANNOUNCED.id());
        FeedbackRejected rejected = (FeedbackRejected) event.data();
        assertThat(rejected.reason()).isEqualTo("empty");
        assertThat(rejected.integration()).isEqualTo("acme-surveys");
        assertThat(rejected.original()).asString(UTF_8).isEqualTo(details);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "[]", "{\"pages\":["})
    void what_is_no_response_at_all_is_refused(String details) {
        assertThatThrownBy(() -> fetched.event(ANNOUNCED, details.getBytes(UTF_8)))
                .isInstanceOf(AnswersRefused.class);
    }

    private static FetchedAnswers fetched(Map<String, RatingScale> scales) {
        return new FetchedAnswers(
                new SurveyMonkeyAnswers(Adapting.NORMALISER, scales), new ContactHash(Adapting.SECRET));
    }

    private static Event<SurveyAnnounced> announced() {
        EventId id = EventId.named("acme-surveys", "message", "400100/700200");
        return new Event<>(
                id,
                EventType.SURVEY_ANNOUNCED,
                "/intake-service",
                ANSWERED_AT,
                Adapting.NOW,
                id.toString(),
                FeedbackId.from(id),
                id,
                id.toString(),
                null,
                new SurveyAnnounced("surveymonkey", "acme-surveys", "acme", "400100", "700200"));
    }
}
