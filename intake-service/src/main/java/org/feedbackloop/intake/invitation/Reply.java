package org.feedbackloop.intake.invitation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.feedbackloop.event.EventId;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.event.v1.ChannelDetails.SurveyAnswer;
import org.feedbackloop.event.v1.ChannelDetails.SurveyAnswer.Answer;
import org.feedbackloop.event.v1.Contact;
import org.feedbackloop.intake.draft.Adapted;
import org.feedbackloop.intake.draft.Normalisation;
import org.feedbackloop.intake.draft.Normaliser;
import org.feedbackloop.intake.page.PageLanguage;
import org.feedbackloop.intake.page.SentForm;
import org.jspecify.annotations.Nullable;

/**
 * What a customer answers to an invitation.
 *
 * <p>A click in a mail sends the score at once; words that are added later are feedback of their own, for what is published is
 * never changed. Both carry one conversation, so that a reader can put them together; the score is in the first alone and so
 * counts once.
 *
 * @param part which of the two
 * @param score null for words alone, or if none was chosen
 */
record Reply(Part part, @Nullable Integer score, String text) {

    enum Part {
        ANSWER,
        WORDS
    }

    static Reply parse(byte[] body) {
        SentForm form = SentForm.parse(body);
        boolean isWords = form.text("part").equals("words");
        return new Reply(
                isWords ? Part.WORDS : Part.ANSWER,
                isWords ? null : form.number("score"),
                form.text("text").strip());
    }

    /** The same for all replies that say the same: what may differ is how the browser wrote it. */
    byte[] canonical() {
        return (part + "\n" + score + "\n" + text.replace("\r\n", "\n")).getBytes(UTF_8);
    }

    /** Names this part of the answer, whoever sends it and however often. */
    String key(String token) {
        return token + ' ' + part;
    }

    /** @param language of the page that the customer read */
    Adapted adapt(
            Normaliser normaliser,
            Survey survey,
            Invitation invitation,
            String token,
            PageLanguage language,
            Instant receivedAt) {
        Normalisation normal = normaliser.begin(receivedAt).channel(Channel.SURVEY);
        customer(normal, invitation.customer());
        if (part == Part.ANSWER) {
            normal.rating("kind", survey.kind().wireName(), "score", score);
        }
        return normal.text("text", text)
                .language("language", language.getTag())
                .category("category", survey.category())
                .conversation("conversation", EventId.named("survey", token).toString())
                .details(details(survey, language))
                .outcome("text");
    }

    private SurveyAnswer details(Survey survey, PageLanguage language) {
        List<Answer> answers = new ArrayList<>(2);
        if (score != null) {
            answers.add(new Answer(survey.question(language), score.toString()));
        }
        if (!text.isEmpty()) {
            answers.add(new Answer(language.text("survey.words"), text));
        }
        String kind = part == Part.ANSWER ? survey.kind().wireName() : "free-text";
        return new SurveyAnswer(kind, survey.name(), answers);
    }

    private static void customer(Normalisation normal, Contact customer) {
        switch (customer.kind()) {
            case EMAIL -> normal.email("customer", customer.value());
            case PHONE -> normal.phone("customer", customer.value());
            default -> normal.customerNumber("customer", customer.value());
        }
    }

    @Override
    public String toString() {
        return "Reply[" + part + ", " + text.length() + " characters]";
    }
}
