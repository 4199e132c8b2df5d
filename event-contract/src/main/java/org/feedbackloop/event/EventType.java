package org.feedbackloop.event;

import java.util.List;
import org.feedbackloop.event.v1.CaseChanged;
import org.feedbackloop.event.v1.ConsentChanged;
import org.feedbackloop.event.v1.CustomerChanged;
import org.feedbackloop.event.v1.FeedbackReceived;
import org.feedbackloop.event.v1.FeedbackRejected;
import org.feedbackloop.event.v1.FeedbackRouted;
import org.feedbackloop.event.v1.FollowUpOutcome;
import org.feedbackloop.event.v1.FollowUpRequested;
import org.feedbackloop.event.v1.RulesChanged;
import org.feedbackloop.event.v1.SurveyAnnounced;
import org.feedbackloop.event.v1.VisitRecorded;

/**
 * A kind of event: what it is called on the wire, where it travels, and what its data is.
 *
 * @param topic also the stem of its names: {@code ce_type} is {@code org.feedbackloop.<topic>}, its JSON Schema {@code
 *     schemas/<topic>.json}
 */
public record EventType<T extends Record>(String topic, Class<T> data) {

    public static final EventType<FeedbackReceived> FEEDBACK_RECEIVED =
            new EventType<>(Topics.FEEDBACK_RECEIVED, FeedbackReceived.class);
    public static final EventType<FeedbackRejected> FEEDBACK_REJECTED =
            new EventType<>(Topics.FEEDBACK_REJECTED, FeedbackRejected.class);
    public static final EventType<FeedbackRouted> FEEDBACK_ROUTED =
            new EventType<>(Topics.FEEDBACK_ROUTED, FeedbackRouted.class);
    public static final EventType<VisitRecorded> VISIT_RECORDED =
            new EventType<>(Topics.VISIT_RECORDED, VisitRecorded.class);
    public static final EventType<SurveyAnnounced> SURVEY_ANNOUNCED =
            new EventType<>(Topics.SURVEY_ANNOUNCED, SurveyAnnounced.class);
    public static final EventType<CustomerChanged> CUSTOMER_CHANGED =
            new EventType<>(Topics.CUSTOMER_CHANGED, CustomerChanged.class);
    public static final EventType<CaseChanged> CASE_CHANGED = new EventType<>(Topics.CASE_CHANGED, CaseChanged.class);
    public static final EventType<FollowUpRequested> FOLLOWUP_REQUESTED =
            new EventType<>(Topics.FOLLOWUP_REQUESTED, FollowUpRequested.class);
    public static final EventType<ConsentChanged> CONSENT_CHANGED =
            new EventType<>(Topics.CONSENT_CHANGED, ConsentChanged.class);
    public static final EventType<FollowUpOutcome> FOLLOWUP_OUTCOME =
            new EventType<>(Topics.FOLLOWUP_OUTCOME, FollowUpOutcome.class);
    public static final EventType<RulesChanged> ROUTING_RULES =
            new EventType<>(Topics.ROUTING_RULES, RulesChanged.class);

    /** Every type there is, in the order of the data path. */
    public static List<EventType<?>> all() {
        return List.of(
                FEEDBACK_RECEIVED,
                FEEDBACK_REJECTED,
                FEEDBACK_ROUTED,
                VISIT_RECORDED,
                SURVEY_ANNOUNCED,
                CUSTOMER_CHANGED,
                CASE_CHANGED,
                FOLLOWUP_REQUESTED,
                CONSENT_CHANGED,
                FOLLOWUP_OUTCOME,
                ROUTING_RULES);
    }

    /** As {@code ce_type} says it, for example {@code org.feedbackloop.feedback.received.v1}. */
    public String wireName() {
        return "org.feedbackloop." + topic;
    }

    /** As {@code ce_dataschema} says it: the name of the JSON Schema, which ships in this module. */
    public String schemaUri() {
        return "urn:org.feedbackloop:schema:" + topic;
    }

    /** Where on the class path the JSON Schema stands. */
    public String schemaResource() {
        return "/schemas/" + topic + ".json";
    }
}
