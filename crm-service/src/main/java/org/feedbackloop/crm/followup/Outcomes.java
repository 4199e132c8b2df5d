package org.feedbackloop.crm.followup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.feedbackloop.crm.casework.Case;
import org.feedbackloop.crm.casework.Cases;
import org.feedbackloop.crm.casework.Progress;
import org.feedbackloop.crm.exchange.Exchange;
import org.feedbackloop.crm.identity.Customers;
import org.feedbackloop.crm.timeline.Timeline;
import org.feedbackloop.crm.timeline.TimelineEntry;
import org.feedbackloop.crm.timeline.TimelineKind;
import org.feedbackloop.event.CaseId;
import org.feedbackloop.event.CustomerId;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.EventId;
import org.feedbackloop.event.EventType;
import org.feedbackloop.event.v1.CaseChange;
import org.feedbackloop.event.v1.CaseChanged;
import org.feedbackloop.event.v1.CaseStatus;
import org.feedbackloop.event.v1.FollowUpOutcome;
import org.feedbackloop.event.v1.FollowUpPurpose;
import org.feedbackloop.event.v1.FollowUpResult;

/** Notes what became of the messages to customers, and closes the case whose answer has arrived. */
public final class Outcomes {

    private static final Map<FollowUpResult, TimelineKind> KINDS = Map.of(
            FollowUpResult.SENT, TimelineKind.FOLLOW_UP_SENT,
            FollowUpResult.SKIPPED, TimelineKind.FOLLOW_UP_SKIPPED,
            FollowUpResult.FAILED, TimelineKind.FOLLOW_UP_FAILED);

    private final Exchange exchange;
    private final Customers customers;
    private final Cases cases;
    private final Timeline timeline;

    public Outcomes(Exchange exchange, Customers customers, Cases cases, Timeline timeline) {
        this.exchange = exchange;
        this.customers = customers;
        this.cases = cases;
        this.timeline = timeline;
    }

    /**
     * Must run in a transaction.
     *
     * <p>Whose an outcome is, our own records say, by the request or the case that it follows from. The customer's id in the
     * event may be of a time before a rebuild, which met the same customer by another address first.
     *
     * @throws AheadOfFeedback if what one of them follows from is not known here
     */
    public void note(List<Event<FollowUpOutcome>> events) {
        List<Event<FollowUpOutcome>> fresh = exchange.firstTime(events);
        if (fresh.isEmpty()) {
            return;
        }
        Map<EventId, CustomerId> asked =
                timeline.whose(fresh.stream().map(Event::causationId).collect(Collectors.toSet()));
        Map<EventId, CustomerId> whose = whose(fresh, asked);
        customers.hold(new HashSet<>(whose.values()));
        List<TimelineEntry> entries = new ArrayList<>();
        List<Event<?>> changes = new ArrayList<>();
        Map<CaseId, Instant> acknowledged = new HashMap<>();
        for (Event<FollowUpOutcome> event : fresh) {
            FollowUpOutcome outcome = event.data();
            entries.add(entry(event, Objects.requireNonNull(whose.get(event.id()))));
            CaseId caseId = outcome.caseId();
            if (caseId == null) {
                continue;
            }
            if (outcome.purpose() == FollowUpPurpose.ANSWER) {
                boolean isOurs = asked.containsKey(event.causationId());
                cases.hold(caseId)
                        .ifPresent(held -> progress(event, held.progress(), isOurs)
                                .ifPresent(next -> moved(event, held, next, entries, changes)));
            } else if (outcome.result() == FollowUpResult.SENT) {
                acknowledged.merge(caseId, event.time(), (first, later) -> first.isBefore(later) ? first : later);
            }
        }
        cases.acknowledge(acknowledged);
        timeline.append(entries);
        exchange.publish(changes);
    }

    /** To whom each outcome belongs. */
    private Map<EventId, CustomerId> whose(List<Event<FollowUpOutcome>> events, Map<EventId, CustomerId> asked) {
        Map<CaseId, CustomerId> ofCases = cases.customersOf(events.stream()
                .map(event -> event.data().caseId())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Map<EventId, CustomerId> whose = new HashMap<>();
        for (Event<FollowUpOutcome> event : events) {
            CustomerId customer = asked.getOrDefault(
                    event.causationId(), ofCases.get(event.data().caseId()));
            if (customer == null) {
                throw new AheadOfFeedback(event);
            }
            whose.put(event.id(), customer);
        }
        return whose;
    }

    /**
     * How far an outcome of an answer brings the case.
     *
     * @param isOurs whether this database knows the answer; after a rebuild it knows none of those that were given before
     */
    private static Optional<Progress> progress(Event<FollowUpOutcome> event, Progress now, boolean isOurs) {
        boolean sent = event.data().result() == FollowUpResult.SENT;
        if (now instanceof Progress.Answered answered && (isOurs || sent)) {
            return Optional.of(sent ? answered.delivered(event.time()) : answered.undeliverable());
        }
        if (now instanceof Progress.Open open && !isOurs && sent) {
            return Optional.of(open.answeredInAnEarlierLife(event.time()));
        }
        return Optional.empty();
    }

    private void moved(
            Event<FollowUpOutcome> event,
            Case held,
            Progress next,
            List<TimelineEntry> entries,
            List<Event<?>> changes) {
        boolean closed = next.status() == CaseStatus.CLOSED;
        CaseChange change = closed ? CaseChange.CLOSED : CaseChange.REOPENED;
        Event<CaseChanged> changed = event.leadsTo(
                EventType.CASE_CHANGED,
                Exchange.SOURCE,
                event.time(),
                event.time(),
                held.id().toString(),
                held.customer().toString(),
                held.moved(next, event.id()).changed(change));
        cases.keep(held.moved(next, changed.id()));
        changes.add(changed);
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("dueAt", held.dueAt());
        if (changed.data().closedInTime() != null) {
            detail.put("inTime", changed.data().closedInTime());
        }
        entries.add(TimelineEntry.of(
                changed,
                held.customer(),
                closed ? TimelineKind.CASE_CLOSED : TimelineKind.CASE_REOPENED,
                held.id(),
                detail));
    }

    private static TimelineEntry entry(Event<FollowUpOutcome> event, CustomerId customer) {
        FollowUpOutcome outcome = event.data();
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("purpose", outcome.purpose());
        detail.put("followUpId", outcome.followUpId());
        detail.put("by", outcome.sentBy());
        if (outcome.reason() != null) {
            detail.put("reason", outcome.reason());
        }
        if (outcome.messageId() != null) {
            detail.put("messageId", outcome.messageId());
        }
        TimelineKind kind = KINDS.getOrDefault(outcome.result(), TimelineKind.FOLLOW_UP_FAILED);
        return TimelineEntry.of(event, customer, kind, outcome.caseId(), detail);
    }

    /** Neither the request nor the case that an outcome follows from is known here: not yet, or never. */
    public static final class AheadOfFeedback extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String why;

        AheadOfFeedback(Event<FollowUpOutcome> outcome) {
            this("outcome " + outcome.id() + " follows from feedback "
                    + outcome.data().feedbackId() + ", of which nothing has been heard");
        }

        private AheadOfFeedback(String why) {
            super(why);
            this.why = why;
        }

        String why() {
            return why;
        }
    }
}
