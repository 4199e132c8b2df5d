package org.feedbackloop.intake.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.event.v1.ChannelDetails;
import org.feedbackloop.event.v1.FeedbackRejected.FieldProblem;
import org.feedbackloop.event.v1.Rating;
import org.feedbackloop.event.v1.RatingScale;
import org.feedbackloop.intake.Adapting;
import org.feedbackloop.intake.draft.FeedbackDraft;
import org.feedbackloop.intake.page.PageLanguage;
import org.feedbackloop.intake.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KioskAnswerTest {

    private static final Terminal ENTRANCE = terminal(
            RatingScale.SMILEY, Map.of(PageLanguage.EN, "How was the queue?", PageLanguage.FA, "صف چطور بود؟"));

    @Test
    void an_answer_becomes_a_rating_at_the_terminal() {
        FeedbackDraft draft = said(new KioskAnswer("t-1", 2, " slow ", "fa", null, null));

        assertThat(draft.channel()).isEqualTo(Channel.KIOSK);
        assertThat(draft.messageId()).isEqualTo("t-1");
        assertThat(draft.rating()).isEqualTo(new Rating(RatingScale.SMILEY, 2));
        assertThat(draft.text()).isEqualTo("slow");
        assertThat(draft.language()).isEqualTo("fa");
        assertThat(draft.about().location()).isEqualTo("Main Street/Door");
        assertThat(draft.about().category()).isEqualTo("service");
        assertThat(draft.details()).isEqualTo(new ChannelDetails.Terminal("Main Street", "Door", "صف چطور بود؟"));
        assertThat(draft.contacts()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "the clock is right           | 2026-03-02T09:00:00Z      | 2026-03-02T10:00:00Z | 2026-03-02T09:00:00Z",
                "the clock is years behind    | 2001-01-01T00:00:00Z      | 2001-01-01T00:10:00Z | 2026-03-02T09:50:00Z",
                "the clock is ahead           | 2026-03-02T14:00:00Z      | 2026-03-02T14:00:05Z | 2026-03-02T09:59:55Z",
                "the clock has another offset | 2026-03-02T12:30:00+03:30 | 2026-03-02T10:00:00Z | 2026-03-02T09:00:00Z",
                "the clock was set in between | 1970-01-01T00:00:00Z      | 2026-03-02T10:00:00Z | 2026-03-02T10:00:00Z",
                "the clock was set back       | 2026-03-02T11:00:00Z      | 2026-03-02T09:00:00Z | 2026-03-02T10:00:00Z",
                "the terminal tells no sentAt | 2026-03-02T09:00:00Z      | -                    | 2026-03-02T09:00:00Z",
                "the terminal tells nothing   | -                         | -                    | 2026-03-02T10:00:00Z"
            })
    void the_answer_happened_when_the_screen_was_touched(
            String what, @Nullable String answeredAt, @Nullable String sentAt, Instant occurredAt) {
        assertThat(said(new KioskAnswer("t-1", 5, null, "en", answeredAt, sentAt))
                        .occurredAt())
                .isEqualTo(occurredAt);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"t-1,0,score", "t-1,6,score", "t-1,-,score", "-,3,token", "'',3,token"})
    void what_cannot_be_an_answer_is_told_by_its_field(@Nullable String token, @Nullable Integer score, String field) {
        assertThat(problem(new KioskAnswer(token, score, null, "en", null, null))
                        .invalidParams())
                .extracting(FieldProblem::name)
                .containsExactly(field);
    }

    @Test
    void a_time_that_cannot_be_read_is_told() {
        assertThat(problem(new KioskAnswer("t-1", 3, null, "en", "yesterday", null))
                        .invalidParams())
                .extracting(FieldProblem::name)
                .containsExactly("answeredAt");
    }

    @Test
    void a_language_that_the_terminal_does_not_speak_is_its_usual_one() {
        assertThat(said(new KioskAnswer("t-1", 3, null, "ru", null, null)).language())
                .isEqualTo("en");
    }

    @Test
    void a_terminal_without_a_question_of_its_own_asks_the_usual_one() {
        assertThat(terminal(RatingScale.STARS, Map.of()).question(PageLanguage.PL))
                .isEqualTo(PageLanguage.PL.text("kiosk.question"));
    }

    @Test
    void a_terminal_that_cannot_work_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> terminal(RatingScale.NPS, Map.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> terminal(RatingScale.STARS, Map.of(PageLanguage.EN, "How was it?")));
    }

    private static FeedbackDraft said(KioskAnswer answer) {
        return (FeedbackDraft) Adapting.draft(
                raw -> answer.adapt(Adapting.NORMALISER, ENTRANCE, raw.receivedAt()), Adapting.request(new byte[0]));
    }

    private static Problem problem(KioskAnswer answer) {
        return Adapting.problem(
                raw -> answer.adapt(Adapting.NORMALISER, ENTRANCE, raw.receivedAt()), Adapting.request(new byte[0]));
    }

    private static Terminal terminal(RatingScale scale, Map<PageLanguage, String> question) {
        return new Terminal(
                "entrance",
                "Main Street",
                "Door",
                "Acme",
                scale,
                List.of(PageLanguage.EN, PageLanguage.FA),
                question,
                "service",
                Duration.ofSeconds(20));
    }
}
