package org.feedbackloop.intake.invitation;

import java.util.List;
import java.util.stream.IntStream;
import org.feedbackloop.event.v1.RatingScale;
import org.feedbackloop.intake.page.Choice;
import org.feedbackloop.intake.page.Page;
import org.feedbackloop.intake.page.PageLanguage;
import org.jspecify.annotations.Nullable;

/**
 * A survey as one customer sees it.
 *
 * @param chosen the score that the link names, or that was sent before
 * @param notice what is to be mended or told, if something is
 * @param stage {@code ask} for an answer, {@code more} words, or {@code done}
 */
public record SurveyPage(
        Survey survey,
        String token,
        PageLanguage language,
        @Nullable Integer chosen,
        String text,
        @Nullable String notice,
        String stage)
        implements Page {

    static SurveyPage asking(Survey survey, String token, PageLanguage language, @Nullable Integer chosen) {
        Integer known = chosen != null && survey.hasScore(chosen) ? chosen : null;
        return new SurveyPage(survey, token, language, known, "", null, "ask");
    }

    /** After an answer, or words, were taken. */
    static SurveyPage thanking(Survey survey, String token, PageLanguage language, String stage) {
        return new SurveyPage(survey, token, language, null, "", null, stage);
    }

    /** @param why of the texts: {@code problem.<why>} */
    static SurveyPage again(Survey survey, String token, PageLanguage language, Reply reply, String why) {
        return new SurveyPage(
                survey,
                token,
                language,
                reply.score() != null && survey.hasScore(reply.score()) ? reply.score() : null,
                reply.text(),
                language.text("problem." + why),
                reply.part() == Reply.Part.ANSWER ? "ask" : "more");
    }

    @Override
    public String brand() {
        return survey.brand();
    }

    @Override
    public List<PageLanguage> languages() {
        return survey.languages();
    }

    @Override
    public String query() {
        if (stage.equals("ask")) {
            return chosen == null ? "" : "score=" + chosen + '&';
        }
        return "stage=" + stage + '&';
    }

    public String question() {
        return survey.question(language);
    }

    public boolean isNps() {
        return survey.kind() == RatingScale.NPS;
    }

    public String scale() {
        return survey.kind().wireName();
    }

    /** Smileys tell a degree of satisfaction without words. */
    public String face() {
        return survey.kind() == RatingScale.STARS ? "stars" : "smiley";
    }

    /** The lowest score, or the highest, and what it stands for. */
    public String end(int score) {
        return language.number(score) + ": " + text(score == survey.lowest() ? "survey.nps.least" : "survey.nps.most");
    }

    public List<Choice> choices() {
        return IntStream.rangeClosed(survey.lowest(), survey.highest())
                .mapToObj(score -> new Choice(
                        score,
                        isNps() ? language.number(score) : text(scale() + '.' + score),
                        chosen != null && chosen == score))
                .toList();
    }

    /** Whether there is something to send without a further click. */
    public boolean isChosen() {
        return chosen != null && notice == null;
    }
}
