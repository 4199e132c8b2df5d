package org.feedbackloop.intake.surveyfetch;

import java.util.List;
import java.util.Set;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.EventId;
import org.feedbackloop.event.EventType;
import org.feedbackloop.event.FeedbackId;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.event.v1.FeedbackRejected;
import org.feedbackloop.event.v1.RejectedBy;
import org.feedbackloop.event.v1.SurveyAnnounced;
import org.feedbackloop.intake.access.Integration;
import org.feedbackloop.intake.draft.Adapted;
import org.feedbackloop.intake.draft.Adapted.Normalised;
import org.feedbackloop.intake.draft.Adapted.SetAside;
import org.feedbackloop.intake.draft.Draft;
import org.feedbackloop.intake.draft.Draft.Content;
import org.feedbackloop.intake.publish.ContactHash;

/**
 * What follows from an announcement once its answers are there. Reads its arguments alone, so that an announcement which comes
 * again leads to the same event under the same id.
 */
final class FetchedAnswers {

    private static final String SOURCE = "/intake-service";

    private final SurveyMonkeyAnswers answers;
    private final ContactHash contactHash;

    FetchedAnswers(SurveyMonkeyAnswers answers, ContactHash contactHash) {
        this.answers = answers;
        this.contactHash = contactHash;
    }

    /**
     * Feedback, or that there is none in it. It happened when the provider says that somebody answered, and we learnt it when
     * it was announced to us.
     *
     * @throws AnswersRefused if these are no details of a response
     */
    Event<?> event(Event<SurveyAnnounced> announced, byte[] details) {
        Adapted adapted = answers.read(details, announced.data().survey(), announced.time(), announced.recordedTime());
        return adapted.fold(
                normalised -> normalised.drafts().isEmpty()
                        ? nothingSaid(announced, normalised, details)
                        : feedback(announced, normalised.drafts().get(0)),
                problem -> {
                    throw new AnswersRefused("SurveyMonkey answers with what is no JSON");
                });
    }

    private Event<?> feedback(Event<SurveyAnnounced> announced, Draft draft) {
        SurveyAnnounced data = announced.data();
        FeedbackId id = FeedbackId.from(id(announced));
        String key = draft.strongestContact().map(contactHash::of).orElseGet(id::toString);
        Integration integration = new Integration(data.integration(), data.brand(), Set.of(Channel.SURVEY));
        return follows(announced, key, draft.content(id, integration));
    }

    private static Event<?> nothingSaid(Event<SurveyAnnounced> announced, Normalised normalised, byte[] details) {
        SetAside why = normalised.setAside().get(0);
        FeedbackRejected rejected = new FeedbackRejected(
                RejectedBy.INTAKE_SERVICE,
                "survey/surveymonkey",
                announced.data().integration(),
                why.reason(),
                why.detail(),
                List.of(),
                "application/json",
                details);
        return follows(announced, id(announced).toString(), new Content<>(EventType.FEEDBACK_REJECTED, rejected));
    }

    private static EventId id(Event<SurveyAnnounced> announced) {
        return announced.id().derive("answers");
    }

    private static <T extends Record> Event<T> follows(
            Event<SurveyAnnounced> announced, String key, Content<T> content) {
        EventId id = id(announced);
        return new Event<>(
                id,
                content.type(),
                SOURCE,
                announced.time(),
                announced.recordedTime(),
                id.toString(),
                announced.correlationId(),
                announced.id(),
                key,
                announced.traceparent(),
                content.data());
    }
}
