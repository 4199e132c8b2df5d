package org.feedbackloop.routing;

import java.time.Instant;
import org.feedbackloop.event.CaseId;
import org.feedbackloop.event.CustomerId;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.EventId;
import org.feedbackloop.event.EventType;
import org.feedbackloop.event.v1.CaseChange;
import org.feedbackloop.event.v1.CaseChanged;
import org.feedbackloop.event.v1.CaseStatus;
import org.feedbackloop.event.v1.FeedbackReceived;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.event.v1.Priority;

/** What consultants correct, as crm-service tells it. */
public final class Corrected {

    private Corrected() {}

    public static Event<FeedbackReceived> said(String text) {
        return Received.received(text).event();
    }

    public static Event<CaseChanged> correction(Event<FeedbackReceived> said, FeedbackType to, Instant at) {
        return change(said, CaseChange.RECLASSIFIED, to, at);
    }

    public static Event<CaseChanged> change(
            Event<FeedbackReceived> said, CaseChange change, FeedbackType type, Instant at) {
        EventId id = EventId.random();
        CaseId caseId = CaseId.from(said.id().derive("case"));
        CustomerId customer = CustomerId.from(said.id().derive("customer"));
        return new Event<>(
                id,
                EventType.CASE_CHANGED,
                "/crm-service",
                at,
                at,
                caseId.toString(),
                said.data().feedbackId(),
                said.id(),
                customer.toString(),
                null,
                new CaseChanged(
                        caseId,
                        customer,
                        said.data().feedbackId(),
                        change,
                        CaseStatus.OPEN,
                        type,
                        "general",
                        Priority.NORMAL,
                        at.plusSeconds(3_600),
                        "carol",
                        null,
                        null,
                        change == CaseChange.RECLASSIFIED ? FeedbackType.OTHER : null));
    }
}
