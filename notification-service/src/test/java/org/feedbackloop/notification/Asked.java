package org.feedbackloop.notification;

import java.time.Instant;
import java.util.UUID;
import org.feedbackloop.event.CaseId;
import org.feedbackloop.event.CustomerId;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.EventId;
import org.feedbackloop.event.EventType;
import org.feedbackloop.event.FeedbackId;
import org.feedbackloop.event.FollowUpId;
import org.feedbackloop.event.v1.Contact;
import org.feedbackloop.event.v1.ContactKind;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.event.v1.FollowUpPurpose;
import org.feedbackloop.event.v1.FollowUpRequested;

/** Requests for follow-ups, as crm-service makes them. Each asks for something new unless it is told otherwise. */
public final class Asked {

    public static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");

    private EventId eventId = EventId.random();
    private final FollowUpPurpose purpose;
    private FeedbackId feedback = new FeedbackId(UUID.randomUUID());
    private FollowUpId followUp = new FollowUpId(UUID.randomUUID());
    private CustomerId customer = new CustomerId(UUID.randomUUID());
    private Contact recipient = new Contact(ContactKind.EMAIL, "ada@example.org");
    private String name = "Ada Lovelace";
    private String language = "en";
    private FeedbackType type = FeedbackType.COMPLAINT;
    private String excerpt = "The kettle leaks.";
    private final String message;

    private Asked(FollowUpPurpose purpose, String message) {
        this.purpose = purpose;
        this.message = message;
    }

    public static Asked toAcknowledge() {
        return new Asked(FollowUpPurpose.ACKNOWLEDGEMENT, null);
    }

    public static Asked toAnswer(String message) {
        return new Asked(FollowUpPurpose.ANSWER, message);
    }

    public Asked about(FeedbackId feedback) {
        this.feedback = feedback;
        return this;
    }

    public Asked a(FeedbackType type) {
        this.type = type;
        return this;
    }

    public Asked saying(String excerpt) {
        this.excerpt = excerpt;
        return this;
    }

    public Asked in(String language) {
        this.language = language;
        return this;
    }

    public Asked from(CustomerId customer) {
        this.customer = customer;
        return this;
    }

    public Asked named(String name) {
        this.name = name;
        return this;
    }

    public Asked at(String email) {
        return at(ContactKind.EMAIL, email);
    }

    public Asked at(ContactKind kind, String address) {
        this.recipient = new Contact(kind, address);
        return this;
    }

    /** The same follow-up, asked for by another event. */
    public Asked again() {
        eventId = EventId.random();
        return this;
    }

    public FollowUpRequested request() {
        return new FollowUpRequested(
                followUp,
                customer,
                feedback,
                CaseId.from(eventId),
                purpose,
                recipient,
                name,
                language,
                type,
                excerpt,
                message);
    }

    public Event<FollowUpRequested> event() {
        return new Event<>(
                eventId,
                EventType.FOLLOWUP_REQUESTED,
                "/crm-service",
                AT,
                AT.plusMillis(5),
                followUp.toString(),
                feedback,
                new EventId(feedback.value()),
                customer.toString(),
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                request());
    }
}
