package org.feedbackloop.crm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.EventId;
import org.feedbackloop.event.EventType;
import org.feedbackloop.event.FeedbackId;
import org.feedbackloop.event.v1.About;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.event.v1.Contact;
import org.feedbackloop.event.v1.ContactKind;
import org.feedbackloop.event.v1.FeedbackReceived;
import org.feedbackloop.event.v1.FeedbackRouted;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.event.v1.Finding;
import org.feedbackloop.event.v1.Obligation;
import org.feedbackloop.event.v1.Priority;

/** A routed feedback, as tests speak of it. */
public final class Heard {

    public static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final FeedbackType type;
    private final List<Contact> contacts = new ArrayList<>();
    private String text = "The lamp was broken when it arrived.";
    private String key = UUID.randomUUID().toString();
    private Instant at = NOON;

    private Heard(FeedbackType type) {
        this.type = type;
    }

    public static Heard aComplaint() {
        return new Heard(FeedbackType.COMPLAINT);
    }

    public static Heard praise() {
        return new Heard(FeedbackType.PRAISE);
    }

    public static Heard aQuestion() {
        return new Heard(FeedbackType.QUESTION);
    }

    public Heard from(String email) {
        contacts.add(new Contact(ContactKind.EMAIL, email));
        return this;
    }

    public Heard by(ContactKind kind, String value) {
        contacts.add(new Contact(kind, value));
        return this;
    }

    public Heard saying(String words) {
        text = words;
        return this;
    }

    public Heard at(Instant when) {
        at = when;
        return this;
    }

    public Heard keyed(String sameKey) {
        key = sameKey;
        return this;
    }

    public Event<FeedbackRouted> routed() {
        EventId id = EventId.named("test", key);
        FeedbackId feedbackId = FeedbackId.from(id);
        FeedbackReceived said = new FeedbackReceived(
                feedbackId,
                Channel.WEB_FORM,
                "test",
                "shop",
                contacts.stream()
                        .sorted((one, other) -> one.kind().compareTo(other.kind()))
                        .toList(),
                "Ada Lovelace",
                null,
                text,
                "en",
                null,
                null,
                About.NOTHING);
        String partitionKey = contacts.isEmpty() ? key : contacts.get(0).value();
        Event<FeedbackReceived> received = new Event<>(
                id,
                EventType.FEEDBACK_RECEIVED,
                "/intake-service",
                at,
                at.plusSeconds(1),
                feedbackId.toString(),
                feedbackId,
                id,
                partitionKey,
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00",
                said);
        return received.leadsTo(
                EventType.FEEDBACK_ROUTED,
                "/routing-service",
                at.plusSeconds(2),
                at.plusSeconds(2),
                feedbackId.toString(),
                partitionKey,
                new FeedbackRouted(
                        said,
                        at,
                        at.plusSeconds(1),
                        "en",
                        type,
                        "lighting",
                        "lighting-en",
                        Priority.HIGH,
                        type == FeedbackType.PRAISE
                                ? null
                                : new Obligation("resolve", at.plusSeconds(86_400), at.plusSeconds(14_400)),
                        "test-1",
                        List.of(new Finding("type", type.wireName(), 0.9, List.of("broken"), "cue"))));
    }
}
