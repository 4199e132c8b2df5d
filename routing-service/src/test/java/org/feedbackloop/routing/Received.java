package org.feedbackloop.routing;

import java.time.Instant;
import java.util.List;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.EventId;
import org.feedbackloop.event.EventType;
import org.feedbackloop.event.FeedbackId;
import org.feedbackloop.event.v1.About;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.event.v1.Contact;
import org.feedbackloop.event.v1.ContactKind;
import org.feedbackloop.event.v1.FeedbackReceived;

/** Feedback as intake-service publishes it: {@code received("It broke").from("ada").event()}. */
public record Received(String text, String key, String traceparent) {

    public static final Instant SAID_AT = Instant.parse("2026-11-20T15:00:00Z");
    public static final Instant LEARNT_AT = Instant.parse("2026-11-20T16:00:00Z");

    public static Received received(String text) {
        return new Received(text, EventId.random().toString(), null);
    }

    public Received from(String contactHash) {
        return new Received(text, contactHash, traceparent);
    }

    public Received within(String trace) {
        return new Received(text, key, trace);
    }

    public Event<FeedbackReceived> event() {
        EventId id = EventId.random();
        FeedbackId feedback = FeedbackId.from(id);
        return new Event<>(
                id,
                EventType.FEEDBACK_RECEIVED,
                "/intake-service",
                SAID_AT,
                LEARNT_AT,
                feedback.toString(),
                feedback,
                id,
                key,
                traceparent,
                new FeedbackReceived(
                        feedback,
                        Channel.WEB_FORM,
                        "contact",
                        "shop",
                        List.of(new Contact(ContactKind.EMAIL, "ada@example.org")),
                        "Ada",
                        null,
                        text,
                        null,
                        null,
                        null,
                        About.NOTHING));
    }
}
