package org.feedbackloop.crm.hearing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.feedbackloop.crm.casework.Case;
import org.feedbackloop.crm.casework.Progress;
import org.feedbackloop.crm.consent.ConsentChange;
import org.feedbackloop.crm.consent.ConsentWords;
import org.feedbackloop.crm.exchange.Exchange;
import org.feedbackloop.crm.identity.Identification.Speaker;
import org.feedbackloop.crm.stage.StageChange;
import org.feedbackloop.crm.stage.StageRules;
import org.feedbackloop.crm.stage.Standing;
import org.feedbackloop.crm.timeline.TimelineEntry;
import org.feedbackloop.crm.timeline.TimelineKind;
import org.feedbackloop.event.CaseId;
import org.feedbackloop.event.CustomerId;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.EventType;
import org.feedbackloop.event.FollowUpId;
import org.feedbackloop.event.v1.CaseChange;
import org.feedbackloop.event.v1.CaseChanged;
import org.feedbackloop.event.v1.ConsentChanged;
import org.feedbackloop.event.v1.Contact;
import org.feedbackloop.event.v1.ContactKind;
import org.feedbackloop.event.v1.CustomerChange;
import org.feedbackloop.event.v1.CustomerChanged;
import org.feedbackloop.event.v1.FeedbackReceived;
import org.feedbackloop.event.v1.FeedbackRouted;
import org.feedbackloop.event.v1.FollowUpPurpose;
import org.feedbackloop.event.v1.FollowUpRequested;
import org.feedbackloop.event.v1.Obligation;
import org.feedbackloop.event.v1.StageMove;
import org.jspecify.annotations.Nullable;

/**
 * All that follows from a number of feedbacks, collected so that each kind of it can be written at once.
 *
 * <p>Times come from the events: a replay yields the same.
 */
final class Consequences {

    private static final int EXCERPT = 280;

    /** Addresses that somebody can be written to, the one we rather use first. A number in our own books reaches nobody. */
    private static final List<ContactKind> REACHABLE =
            List.of(ContactKind.EMAIL, ContactKind.PHONE, ContactKind.MESSENGER);

    private final List<StageChange> stageChanges = new ArrayList<>();
    private final List<Case> cases = new ArrayList<>();
    private final List<ConsentChange> consents = new ArrayList<>();
    private final List<TimelineEntry> timeline = new ArrayList<>();
    private final List<Event<?>> events = new ArrayList<>();

    /**
     * @param reach by what kinds of address the speaker can be reached, those of this feedback included
     * @param standing where the relationship stands; afterwards, where this feedback leads
     */
    void add(Event<FeedbackRouted> heard, Speaker speaker, Set<ContactKind> reach, Standing standing) {
        CustomerId customer = speaker.customer();
        FeedbackRouted routed = heard.data();
        timeline.add(feedback(heard, customer));
        if (speaker.isNew()) {
            events.add(customerChanged(heard, customer, CustomerChange.CREATED, reach, null));
        } else if (speaker.contactsAdded() > 0) {
            events.add(customerChanged(heard, customer, CustomerChange.CONTACT_ADDED, reach, null));
        }
        StageRules.apply(standing, routed.type()).forEach(move -> stageChanged(heard, customer, reach, move));
        ConsentWords.meaning(customer, routed.feedback()).ifPresent(consent -> consentChanged(heard, consent));
        Case opened = owed(routed)
                .map(obligation -> open(heard, customer, obligation))
                .orElse(null);
        if (!ConsentWords.isConsent(routed.feedback())) {
            replyTo(routed.feedback()).ifPresent(contact -> acknowledge(heard, customer, contact, opened));
        }
    }

    List<StageChange> stageChanges() {
        return stageChanges;
    }

    List<Case> cases() {
        return cases;
    }

    List<ConsentChange> consents() {
        return consents;
    }

    List<TimelineEntry> timeline() {
        return timeline;
    }

    List<Event<?>> events() {
        return events;
    }

    /** Stands where the customer said it, not where we understood it. */
    private static TimelineEntry feedback(Event<FeedbackRouted> heard, CustomerId customer) {
        FeedbackRouted routed = heard.data();
        return new TimelineEntry(
                heard.id(),
                customer,
                TimelineKind.FEEDBACK,
                routed.occurredAt(),
                routed.receivedAt(),
                heard.correlationId(),
                heard.causationId(),
                null,
                detail(routed));
    }

    private static Map<String, Object> detail(FeedbackRouted routed) {
        FeedbackReceived said = routed.feedback();
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("feedbackId", said.feedbackId());
        detail.put("channel", said.channel());
        detail.put("brand", said.brand());
        if (said.subject() != null) {
            detail.put("subject", said.subject());
        }
        detail.put("text", said.text());
        if (said.rating() != null) {
            detail.put("rating", said.rating());
        }
        if (said.conversation() != null) {
            detail.put("conversation", said.conversation());
        }
        if (!said.attachments().isEmpty()) {
            detail.put("attachments", said.attachments());
        }
        if (said.consentWord() != null) {
            detail.put("consentWord", said.consentWord());
        }
        if (said.details() != null) {
            // In a map of any values Jackson leaves out of which kind they are.
            detail.put("details", Map.of(said.details().wireName(), said.details()));
        }
        detail.put("language", routed.language());
        detail.put("type", routed.type());
        if (routed.secondaryType() != null) {
            detail.put("secondaryType", routed.secondaryType());
        }
        detail.put("category", routed.category());
        detail.put("queue", routed.queue());
        detail.put("priority", routed.priority());
        if (routed.supervisor() != null) {
            detail.put("supervisor", routed.supervisor());
        }
        if (routed.overflowFrom() != null) {
            detail.put("overflowFrom", routed.overflowFrom());
        }
        detail.put("rulesVersion", routed.rulesVersion());
        detail.put("findings", routed.findings());
        return detail;
    }

    private static Event<CustomerChanged> customerChanged(
            Event<FeedbackRouted> heard,
            CustomerId customer,
            CustomerChange change,
            Set<ContactKind> reach,
            @Nullable StageMove move) {
        // Several changes of one customer may follow from one feedback: the subject tells them apart.
        String subject = move == null
                ? customer + "/" + change.wireName()
                : customer + "/" + move.model().wireName();
        return follows(
                heard,
                EventType.CUSTOMER_CHANGED,
                subject,
                customer,
                new CustomerChanged(customer, change, reach.stream().sorted().toList(), move));
    }

    private void stageChanged(
            Event<FeedbackRouted> heard, CustomerId customer, Set<ContactKind> reach, StageMove move) {
        Event<CustomerChanged> event = customerChanged(heard, customer, CustomerChange.STAGE_CHANGED, reach, move);
        events.add(event);
        stageChanges.add(new StageChange(
                event.id(), customer, move, heard.id(), heard.data().occurredAt()));
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("model", move.model());
        if (move.from() != null) {
            detail.put("from", move.from());
        }
        detail.put("to", move.to());
        detail.put("direction", move.direction());
        detail.put("rule", move.rule());
        timeline.add(TimelineEntry.of(event, customer, TimelineKind.STAGE_CHANGED, null, detail));
    }

    /** Told with the time at which it was said, for that is what decides between two words. */
    private void consentChanged(Event<FeedbackRouted> heard, ConsentChanged consent) {
        String customer = consent.customerId().toString();
        Event<ConsentChanged> event = heard.leadsTo(
                EventType.CONSENT_CHANGED,
                Exchange.SOURCE,
                heard.data().occurredAt(),
                heard.data().receivedAt(),
                customer,
                customer,
                consent);
        events.add(event);
        consents.add(new ConsentChange(event.id(), consent, heard.id(), event.time()));
        timeline.add(TimelineEntry.of(
                event,
                consent.customerId(),
                TimelineKind.CONSENT_CHANGED,
                null,
                Map.of("contactKind", consent.contactKind(), "purpose", consent.purpose(), "given", consent.given())));
    }

    /** One case for all that a feedback obliges us to: whichever is due first says by when. */
    private static Optional<Obligation> owed(FeedbackRouted routed) {
        return Stream.of(routed.obligation(), routed.secondaryObligation())
                .filter(Objects::nonNull)
                .min(Comparator.comparing(Obligation::dueAt));
    }

    private static @Nullable Instant acknowledgeBy(FeedbackRouted routed) {
        return Stream.of(routed.obligation(), routed.secondaryObligation())
                .filter(Objects::nonNull)
                .map(Obligation::acknowledgeBy)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private Case open(Event<FeedbackRouted> heard, CustomerId customer, Obligation obligation) {
        FeedbackRouted routed = heard.data();
        FeedbackReceived said = routed.feedback();
        CaseId id = CaseId.from(heard.id().derive("case"));
        Case opened = new Case(
                id,
                customer,
                said.feedbackId(),
                routed.type(),
                routed.category(),
                routed.queue(),
                routed.priority(),
                routed.language(),
                excerpt(said.text()),
                said.customerName(),
                replyTo(said).orElse(null),
                heard.time(),
                acknowledgeBy(routed),
                obligation.dueAt(),
                new Progress.Open(),
                heard.id());
        Event<CaseChanged> event =
                follows(heard, EventType.CASE_CHANGED, id.toString(), customer, opened.changed(CaseChange.OPENED));
        cases.add(opened.moved(opened.progress(), event.id()));
        events.add(event);
        timeline.add(TimelineEntry.of(
                event,
                customer,
                TimelineKind.CASE_OPENED,
                id,
                Map.of(
                        "queue",
                        routed.queue(),
                        "priority",
                        routed.priority(),
                        "action",
                        obligation.action(),
                        "dueAt",
                        obligation.dueAt())));
        return opened;
    }

    private void acknowledge(Event<FeedbackRouted> heard, CustomerId customer, Contact contact, @Nullable Case opened) {
        FeedbackRouted routed = heard.data();
        FeedbackReceived said = routed.feedback();
        FollowUpId id = FollowUpId.from(heard.id().derive("acknowledgement"));
        CaseId caseId = opened == null ? null : opened.id();
        Event<FollowUpRequested> event = follows(
                heard,
                EventType.FOLLOWUP_REQUESTED,
                id.toString(),
                customer,
                new FollowUpRequested(
                        id,
                        customer,
                        said.feedbackId(),
                        caseId,
                        FollowUpPurpose.ACKNOWLEDGEMENT,
                        contact,
                        said.customerName(),
                        routed.language(),
                        routed.type(),
                        excerpt(said.text()),
                        null));
        events.add(event);
        timeline.add(TimelineEntry.of(
                event,
                customer,
                TimelineKind.FOLLOW_UP_REQUESTED,
                caseId,
                Map.of("purpose", FollowUpPurpose.ACKNOWLEDGEMENT, "followUpId", id)));
    }

    private static Optional<Contact> replyTo(FeedbackReceived said) {
        return said.contacts().stream()
                .filter(contact -> REACHABLE.contains(contact.kind()))
                .min(Comparator.comparing(contact -> REACHABLE.indexOf(contact.kind())));
    }

    private static String excerpt(String text) {
        int end = Math.min(text.length(), EXCERPT);
        boolean splitsCharacter = end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
        return text.substring(0, splitsCharacter ? end - 1 : end);
    }

    private static <T extends Record> Event<T> follows(
            Event<FeedbackRouted> heard, EventType<T> type, String subject, CustomerId customer, T data) {
        Instant at = heard.time();
        return heard.leadsTo(type, Exchange.SOURCE, at, at, subject, customer.toString(), data);
    }
}
