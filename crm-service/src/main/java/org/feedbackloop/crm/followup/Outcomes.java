package org.feedbackloop.crm.followup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.feedbackloop.event.Event;
import org.feedbackloop.event.EventType;
import org.feedbackloop.event.v1.CaseChange;
import org.feedbackloop.event.v1.CaseChanged;
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

    /** Must run in a transaction. */
    public void note(List<Event<FollowUpOutcome>> events) {
        List<Event<FollowUpOutcome>> fresh = exchange.firstTime(events);
        if (fresh.isEmpty()) {
            return;
        }
        customers.hold(fresh.stream().map(event -> event.data().customerId()).collect(Collectors.toSet()));
        List<TimelineEntry> entries = new ArrayList<>();
        List<Event<?>> changes = new ArrayList<>();
        Map<CaseId, Instant> acknowledged = new HashMap<>();
        for (Event<FollowUpOutcome> event : fresh) {
            FollowUpOutcome outcome = event.data();
            entries.add(entry(event));
            CaseId caseId = outcome.caseId();
            if (caseId == null) {
                continue;
            }
            if (outcome.purpose() == FollowUpPurpose.ANSWER) {
                cases.hold(caseId).ifPresent(held -> answered(event, held, entries, changes));
            } else if (outcome.result() == FollowUpResult.SENT) {
                acknowledged.merge(caseId, event.time(), (first, later) -> first.isBefore(later) ? first : later);
            }
        }
        cases.acknowledge(acknowledged);
        timeline.append(entries);
        exchange.publish(changes);
    }

    private void answered(
            Event<FollowUpOutcome> event, Case held, List<TimelineEntry> entries, List<Event<?>> changes) {
        if (!(held.progress() instanceof Progress.Answered answered)) {
            return;
        }
        boolean sent = event.data().result() == FollowUpResult.SENT;
        Progress next = sent ? answered.delivered(event.time()) : answered.undeliverable();
        CaseChange change = sent ? CaseChange.CLOSED : CaseChange.REOPENED;
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
                sent ? TimelineKind.CASE_CLOSED : TimelineKind.CASE_REOPENED,
                held.id(),
                detail));
    }

    private static TimelineEntry entry(Event<FollowUpOutcome> event) {
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
        return TimelineEntry.of(event, outcome.customerId(), kind, outcome.caseId(), detail);
    }
}
