package org.feedbackloop.intake.invitation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.event.v1.ChannelDetails.SurveyAnswer;
import org.feedbackloop.event.v1.ChannelDetails.SurveyAnswer.Answer;
import org.feedbackloop.event.v1.Contact;
import org.feedbackloop.event.v1.ContactKind;
import org.feedbackloop.event.v1.FeedbackRejected.FieldProblem;
import org.feedbackloop.event.v1.Rating;
import org.feedbackloop.event.v1.RatingScale;
import org.feedbackloop.intake.Adapting;
import org.feedbackloop.intake.draft.FeedbackDraft;
import org.feedbackloop.intake.page.PageLanguage;
import org.junit.jupiter.api.Test;

class ReplyTest {

    private static final Survey NPS =
            new Survey("after-delivery", RatingScale.NPS, "Acme", List.of(PageLanguage.values()), Map.of(), "delivery");
    private static final Invitation TO_ADA =
            new Invitation("after-delivery", new Contact(ContactKind.EMAIL, "ada@example.org"), "en", Instant.MAX);

    @Test
    void an_answer_is_a_rating_of_the_invited_customer() {
        FeedbackDraft draft = said(reply("score=9&text=Quick"));

        assertThat(draft.channel()).isEqualTo(Channel.SURVEY);
        assertThat(draft.rating()).isEqualTo(new Rating(RatingScale.NPS, 9));
        assertThat(draft.text()).isEqualTo("Quick");
        assertThat(draft.contacts()).containsExactly(new Contact(ContactKind.EMAIL, "ada@example.org"));
        assertThat(draft.about().category()).isEqualTo("delivery");
        assertThat(draft.details())
                .isEqualTo(new SurveyAnswer(
                        "nps",
                        "after-delivery",
                        List.of(
                                new Answer(PageLanguage.EN.text("survey.question.nps"), "9"),
                                new Answer(PageLanguage.EN.text("survey.words"), "Quick"))));
    }

    @Test
    void words_that_are_added_later_carry_no_second_score_and_the_same_conversation() {
        Reply score = reply("score=9");
        Reply words = reply("part=words&score=3&text=Quick");

        assertThat(said(words).rating()).isNull();
        assertThat(said(words).text()).isEqualTo("Quick");
        assertThat(said(words).conversation()).isEqualTo(said(score).conversation());
        assertThat(words.key("token")).isNotEqualTo(score.key("token"));
    }

    @Test
    void the_same_answer_is_the_same_whatever_the_browser_sends_besides() {
        assertThat(reply("score=9&text=").canonical())
                .isEqualTo(reply("score=9&utm=x").canonical());
        assertThat(reply("score=9&text=a%0D%0Ab").canonical())
                .isEqualTo(reply("text=a%0Ab&score=9").canonical());
        assertThat(reply("score=9").canonical()).isNotEqualTo(reply("score=8").canonical());
        assertThat(reply("score=9").key("token")).isEqualTo(reply("score=8").key("token"));
    }

    @Test
    void an_answer_without_a_score_or_with_one_off_the_scale_is_none() {
        for (String body : List.of("text=hello", "score=11", "score=-1", "score=nine", "score=")) {
            assertThat(Adapting.problem(
                                    raw -> reply(body)
                                            .adapt(
                                                    Adapting.NORMALISER,
                                                    NPS,
                                                    TO_ADA,
                                                    "token",
                                                    PageLanguage.EN,
                                                    raw.receivedAt()),
                                    Adapting.request(new byte[0]))
                            .invalidParams())
                    .extracting(FieldProblem::name)
                    .contains("score");
        }
    }

    private static Reply reply(String body) {
        return Reply.parse(body.getBytes(UTF_8));
    }

    private static FeedbackDraft said(Reply reply) {
        return (FeedbackDraft) Adapting.draft(
                raw -> reply.adapt(Adapting.NORMALISER, NPS, TO_ADA, "token", PageLanguage.EN, raw.receivedAt()),
                Adapting.request(new byte[0]));
    }
}
