package org.feedbackloop.crm.followup;

import org.feedbackloop.crm.exchange.Exchange;
import org.feedbackloop.event.CaseId;
import org.feedbackloop.event.CustomerId;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.EventId;
import org.feedbackloop.event.EventType;
import org.feedbackloop.event.FollowUpId;
import org.feedbackloop.event.v1.FeedbackReceived;
import org.feedbackloop.event.v1.FeedbackRouted;
import org.feedbackloop.event.v1.FollowUpPurpose;
import org.feedbackloop.event.v1.FollowUpRequested;
import org.jspecify.annotations.Nullable;

/** What crm-service asked for in an earlier life, which this one has not come to yet. */
final class Asked {

    private Asked() {}

    /** As it asks for it when it hears a feedback that obliges us to something. */
    static Event<FollowUpRequested> acknowledgementOf(Event<FeedbackRouted> heard) {
        return because(
                heard,
                caseOf(heard),
                FollowUpId.from(heard.id().derive("acknowledgement")),
                FollowUpPurpose.ACKNOWLEDGEMENT,
                null);
    }

    /** Each time another, for a consultant's key is nothing that a topic knows. */
    static Event<FollowUpRequested> answerTo(Event<FeedbackRouted> heard) {
        return answerTo(heard, caseOf(heard));
    }

    static Event<FollowUpRequested> answerTo(Event<FeedbackRouted> heard, CaseId caseId) {
        return because(
                heard, caseId, FollowUpId.from(EventId.random()), FollowUpPurpose.ANSWER, "A new lamp is coming.");
    }

    private static CaseId caseOf(Event<FeedbackRouted> heard) {
        return CaseId.from(heard.id().derive("case"));
    }

    private static Event<FollowUpRequested> because(
            Event<FeedbackRouted> heard,
            CaseId caseId,
            FollowUpId id,
            FollowUpPurpose purpose,
            @Nullable String message) {
        FeedbackReceived said = heard.data().feedback();
        CustomerId customer = CustomerId.from(EventId.named("customer", "as it was called then", heard.partitionKey()));
        return heard.leadsTo(
                EventType.FOLLOWUP_REQUESTED,
                Exchange.SOURCE,
                heard.time(),
                heard.time(),
                id.toString(),
                customer.toString(),
                new FollowUpRequested(
                        id,
                        customer,
                        said.feedbackId(),
                        caseId,
                        purpose,
                        said.contacts().get(0),
                        said.customerName(),
                        heard.data().language(),
                        heard.data().type(),
                        said.text(),
                        message));
    }
}
