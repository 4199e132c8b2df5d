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
import org.feedbackloop.event.v1.Attachment;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.event.v1.ChannelDetails;
import org.feedbackloop.event.v1.ConsentWord;
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
    private final List<Attachment> attachments = new ArrayList<>();
    private Channel channel = Channel.WEB_FORM;
    private ConsentWord word;
    private String conversation;
    private ChannelDetails details;
    private String text = "The lamp was broken when it arrived.";
    private String key = UUID.randomUUID().toString();
    private Instant at = NOON;
    private Boolean supervisor;
    private String queue = "lighting-en";
    private String overflowFrom;
    private FeedbackType also;

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

    /** A word that carriers give a meaning of its own, as routing-service understands it. */
    public static Heard theWord(ConsentWord word) {
        Heard heard = new Heard(word == ConsentWord.HELP ? FeedbackType.QUESTION : FeedbackType.OTHER);
        heard.word = word;
        heard.text = word.name();
        heard.channel = Channel.SMS;
        return heard;
    }

    public Heard from(String email) {
        contacts.add(new Contact(ContactKind.EMAIL, email));
        return this;
    }

    public Heard by(ContactKind kind, String value) {
        contacts.add(new Contact(kind, value));
        return this;
    }

    public Heard over(Channel where) {
        channel = where;
        return this;
    }

    public Heard within(String sameConversation) {
        conversation = sameConversation;
        return this;
    }

    public Heard attaching(Attachment file) {
        attachments.add(file);
        return this;
    }

    public Heard telling(ChannelDetails besides) {
        details = besides;
        return this;
    }

    public Heard saying(String words) {
        text = words;
        return this;
    }

    /** As routing-service tells it where somebody came to harm. */
    public Heard beforeASupervisor() {
        supervisor = true;
        return this;
    }

    /** Not where all others wait: a page of a queue shows the first two hundred. */
    public Heard waitingIn(String ownQueue) {
        queue = ownQueue;
        return this;
    }

    public Heard insteadOf(String fullQueue) {
        overflowFrom = fullQueue;
        return this;
    }

    /** Said in the same breath; its obligation is due two hours later. */
    public Heard with(FeedbackType secondary) {
        also = secondary;
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
        List<Contact> strongestFirst = contacts.stream()
                .sorted((one, other) -> one.kind().compareTo(other.kind()))
                .toList();
        FeedbackReceived said = new FeedbackReceived(
                feedbackId,
                channel,
                "test",
                "shop",
                strongestFirst,
                "Ada Lovelace",
                null,
                text,
                "en",
                null,
                null,
                About.NOTHING,
                conversation,
                attachments,
                word,
                details,
                null);
        String partitionKey = strongestFirst.isEmpty()
                ? feedbackId.toString()
                : "hash of " + strongestFirst.get(0).value();
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
                        queue,
                        Priority.HIGH,
                        type == FeedbackType.PRAISE || type == FeedbackType.OTHER
                                ? null
                                : new Obligation("resolve", at.plusSeconds(86_400), at.plusSeconds(14_400)),
                        "test-1",
                        List.of(new Finding("type", type.wireName(), 0.9, List.of("broken"), "cue")),
                        supervisor,
                        overflowFrom,
                        also,
                        also == null ? null : new Obligation("answer", at.plusSeconds(7_200), null)));
    }
}
