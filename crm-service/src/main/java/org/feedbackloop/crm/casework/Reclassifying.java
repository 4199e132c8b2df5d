package org.feedbackloop.crm.casework;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.feedbackloop.event.v1.CaseChanged;
import org.feedbackloop.event.v1.FeedbackType;

/**
 * A consultant says that a case is of another type than we took it for. Others learn from it: the event says what it is and
 * what it was taken for.
 */
public final class Reclassifying {

    private final Customers customers;
    private final Cases cases;
    private final Timeline timeline;
    private final Exchange exchange;
    private final Clock clock;

    public Reclassifying(Customers customers, Cases cases, Timeline timeline, Exchange exchange, Clock clock) {
        this.customers = customers;
        this.cases = cases;
        this.timeline = timeline;
        this.exchange = exchange;
        this.clock = clock;
    }

    /**
     * Must run in a transaction. Saying again what a case already is changes nothing and tells nobody.
     *
     * @return none if there is no such case
     */
    public Optional<Case> reclassify(CaseId id, FeedbackType type, String consultant) {
        CustomerId customer = cases.customersOf(List.of(id)).get(id);
        if (customer == null) {
            return Optional.empty();
        }
        customers.hold(List.of(customer));
        Case held = cases.hold(id).orElseThrow();
        return Optional.of(held.type() == type ? held : change(held, type, consultant));
    }

    private Case change(Case held, FeedbackType type, String consultant) {
        Instant now = clock.instant();
        EventId eventId = held.lastEvent().derive("reclassified/" + type.wireName());
        Case corrected = held.reclassified(type, eventId);
        Event<CaseChanged> changed = new Event<>(
                eventId,
                EventType.CASE_CHANGED,
                Exchange.SOURCE,
                now,
                now,
                held.id().toString(),
                held.feedback(),
                held.lastEvent(),
                held.customer().toString(),
                null,
                corrected.corrected(consultant, held.type()));
        cases.keep(corrected);
        timeline.append(List.of(TimelineEntry.of(
                changed,
                held.customer(),
                TimelineKind.CASE_RECLASSIFIED,
                held.id(),
                Map.of("consultant", consultant, "from", held.type(), "to", type))));
        exchange.publish(List.of(changed));
        return corrected;
    }
}
