package org.feedbackloop.intake.kiosk;

import java.time.Instant;
import java.util.List;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.event.v1.ChannelDetails;
import org.feedbackloop.event.v1.FeedbackRejected.FieldProblem;
import org.feedbackloop.intake.draft.Adapted;
import org.feedbackloop.intake.draft.Normalisation;
import org.feedbackloop.intake.draft.Normaliser;
import org.feedbackloop.intake.page.PageLanguage;
import org.feedbackloop.intake.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What a customer answered at a terminal, as the terminal sends it.
 *
 * @param token made when the customer answered; the same when the answer is sent again
 * @param score 1 to 5
 * @param text what the customer added, if anything
 * @param language of the page
 * @param answeredAt by the terminal's clock
 * @param sentAt by the same clock, so that a wrong one can be told
 */
record KioskAnswer(
        @Nullable String token,
        @Nullable Integer score,
        @Nullable String text,
        @Nullable String language,
        @Nullable String answeredAt,
        @Nullable String sentAt) {

    Adapted adapt(Normaliser normaliser, Terminal terminal, Instant receivedAt) {
        if (token == null || token.isBlank()) {
            return new Adapted.Rejected(Problem.invalidFeedback(List.of(
                    new FieldProblem("token", "must be there: without it an answer that is sent again counts twice"))));
        }
        Normalisation normal = normaliser.begin(receivedAt);
        Instant answered = normal.time("answeredAt", answeredAt);
        Instant sent = normal.time("sentAt", sentAt);
        return said(normal, terminal, PageLanguage.choose(language, null, terminal.languages()))
                .messageId("token", token)
                .occurredAt(TerminalClock.answeredAt(answered, sent, receivedAt))
                .outcome("score");
    }

    /** The same for an answer that a page without scripts sends, at once and under its own token. */
    static Adapted adaptForm(
            @Nullable Integer score,
            String text,
            Normaliser normaliser,
            Terminal terminal,
            PageLanguage language,
            Instant receivedAt) {
        return new KioskAnswer(null, score, text, null, null, null)
                .said(normaliser.begin(receivedAt), terminal, language)
                .outcome("score");
    }

    private Normalisation said(Normalisation normal, Terminal terminal, PageLanguage language) {
        return normal.channel(Channel.KIOSK)
                .rating("scale", terminal.scale().wireName(), "score", score)
                .text("text", text)
                .language("language", language.getTag())
                .category("category", terminal.category())
                .location("location", terminal.location())
                .details(
                        new ChannelDetails.Terminal(terminal.shop(), terminal.terminal(), terminal.question(language)));
    }

    @Override
    public String toString() {
        return "KioskAnswer[" + token + "]";
    }
}
