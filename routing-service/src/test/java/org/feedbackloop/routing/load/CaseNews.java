package org.feedbackloop.routing.load;

import java.time.Instant;
import java.util.UUID;
import org.feedbackloop.event.CaseId;
import org.feedbackloop.event.CustomerId;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.EventId;
import org.feedbackloop.event.EventType;
import org.feedbackloop.event.FeedbackId;
import org.feedbackloop.event.v1.CaseChange;
import org.feedbackloop.event.v1.CaseChanged;
import org.feedbackloop.event.v1.CaseStatus;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.event.v1.Priority;

/** What crm-service tells of one case: {@code aCase().opened("billing")}, then {@code closed("billing")}. */
record CaseNews(CaseId id, CustomerId customer) {

    static CaseNews aCase() {
        return new CaseNews(
                CaseId.parse(UUID.randomUUID().toString()),
                CustomerId.parse(UUID.randomUUID().toString()));
    }

    /** Of the same customer, whose news keep their order. */
    CaseNews another() {
        return new CaseNews(aCase().id(), customer);
    }

    CaseChanged opened(String queue) {
        return changed(CaseChange.OPENED, CaseStatus.OPEN, queue);
    }

    CaseChanged answered(String queue) {
        return changed(CaseChange.ANSWERED, CaseStatus.ANSWERED, queue);
    }

    CaseChanged reopened(String queue) {
        return changed(CaseChange.REOPENED, CaseStatus.OPEN, queue);
    }

    CaseChanged closed(String queue) {
        return changed(CaseChange.CLOSED, CaseStatus.CLOSED, queue);
    }

    private CaseChanged changed(CaseChange change, CaseStatus status, String queue) {
        return new CaseChanged(
                id,
                customer,
                FeedbackId.from(EventId.random()),
                change,
                status,
                FeedbackType.COMPLAINT,
                queue,
                Priority.HIGH,
                Instant.parse("2026-11-25T16:00:00Z"),
                null,
                null,
                null);
    }

    static Event<CaseChanged> event(CaseChanged change) {
        Instant now = Instant.parse("2026-11-23T10:00:00Z");
        EventId id = EventId.random();
        return new Event<>(
                id,
                EventType.CASE_CHANGED,
                "/crm-service",
                now,
                now,
                change.caseId().toString(),
                change.feedbackId(),
                id,
                change.customerId().toString(),
                null,
                change);
    }
}
