package org.feedbackloop.intake.draft;

import java.time.Instant;
import java.util.List;
import org.feedbackloop.event.EventType;
import org.feedbackloop.event.FeedbackId;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.event.v1.Contact;
import org.feedbackloop.event.v1.SurveyAnnounced;
import org.feedbackloop.intake.access.Integration;

/** A survey that was answered, of which we have the ids alone. The fields are those of {@link SurveyAnnounced}. */
public record SurveyDraft(String provider, String survey, String response, Instant occurredAt) implements Draft {

    @Override
    public Channel channel() {
        return Channel.SURVEY;
    }

    @Override
    public String messageId() {
        return survey + '/' + response;
    }

    @Override
    public List<Contact> contacts() {
        return List.of();
    }

    @Override
    public Content<SurveyAnnounced> content(FeedbackId id, Integration integration) {
        return new Content<>(
                EventType.SURVEY_ANNOUNCED,
                new SurveyAnnounced(provider, integration.name(), integration.brand(), survey, response));
    }
}
