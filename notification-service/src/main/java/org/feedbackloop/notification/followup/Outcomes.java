package org.feedbackloop.notification.followup;

import java.time.Instant;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.EventType;
import org.feedbackloop.event.v1.FollowUpOutcome;
import org.feedbackloop.event.v1.FollowUpRequested;
import org.feedbackloop.event.v1.FollowUpResult;
import org.jspecify.annotations.Nullable;

/** The events that tell what became of requests. A request has one; its id is the same however often it is told. */
final class Outcomes {

    private static final String SOURCE = "/notification-service";

    private Outcomes() {}

    static Event<FollowUpOutcome> sent(
            Event<FollowUpRequested> request, String messageId, Instant sentAt, Instant notedAt) {
        return outcome(request, FollowUpResult.SENT, null, messageId, sentAt, notedAt);
    }

    static Event<FollowUpOutcome> skipped(Event<FollowUpRequested> request, String reason, Instant at) {
        return outcome(request, FollowUpResult.SKIPPED, reason, null, at, at);
    }

    static Event<FollowUpOutcome> failed(Event<FollowUpRequested> request, String reason, Instant at) {
        return outcome(request, FollowUpResult.FAILED, reason, null, at, at);
    }

    private static Event<FollowUpOutcome> outcome(
            Event<FollowUpRequested> request,
            FollowUpResult result,
            @Nullable String reason,
            @Nullable String messageId,
            Instant time,
            Instant recordedTime) {
        FollowUpRequested asked = request.data();
        FollowUpOutcome outcome = new FollowUpOutcome(
                asked.followUpId(),
                asked.customerId(),
                asked.feedbackId(),
                asked.caseId(),
                asked.purpose(),
                asked.recipient().kind(),
                result,
                reason,
                messageId);
        return request.leadsTo(
                EventType.FOLLOWUP_OUTCOME,
                SOURCE,
                time,
                recordedTime,
                asked.followUpId().toString(),
                asked.customerId().toString(),
                outcome);
    }
}
