package org.feedbackloop.event;

import java.util.ArrayList;
import java.util.List;

/** Every topic there is, once. Configuration and deployment are held against this list by a test. */
public final class Topics {

    public static final String FEEDBACK_RECEIVED = "feedback.received.v1";
    public static final String FEEDBACK_REJECTED = "feedback.rejected.v1";
    public static final String FEEDBACK_ROUTED = "feedback.routed.v1";
    public static final String ORDER_RECORDED = "order.recorded.v1";
    public static final String VISIT_RECORDED = "visit.recorded.v1";
    public static final String SURVEY_ANNOUNCED = "survey.announced.v1";
    public static final String CUSTOMER_CHANGED = "customer.changed.v1";
    public static final String CASE_CHANGED = "case.changed.v1";
    public static final String FOLLOWUP_REQUESTED = "followup.requested.v1";
    public static final String CONSENT_CHANGED = "consent.changed.v1";
    public static final String FOLLOWUP_OUTCOME = "followup.outcome.v1";
    public static final String ROUTING_RULES = "routing.rules.v1";

    /** Of every topic. Fixed for the life of a topic: a key would move to another partition and lose its order. */
    public static final int PARTITIONS = 12;

    /** Who reads what, and so which dead-letter topics there are. */
    private static final List<String> DEAD_LETTERS = List.of(
            deadLetters(FEEDBACK_RECEIVED, "routing-service"),
            deadLetters(FEEDBACK_ROUTED, "crm-service"),
            deadLetters(ORDER_RECORDED, "crm-service"),
            deadLetters(VISIT_RECORDED, "crm-service"),
            deadLetters(SURVEY_ANNOUNCED, "intake-service"),
            deadLetters(FOLLOWUP_OUTCOME, "crm-service"),
            deadLetters(FOLLOWUP_REQUESTED, "notification-service"),
            deadLetters(CONSENT_CHANGED, "notification-service"));

    private static final List<String> SOURCES = List.of(
            FEEDBACK_RECEIVED,
            FEEDBACK_REJECTED,
            FEEDBACK_ROUTED,
            ORDER_RECORDED,
            VISIT_RECORDED,
            SURVEY_ANNOUNCED,
            CUSTOMER_CHANGED,
            CASE_CHANGED,
            FOLLOWUP_REQUESTED,
            CONSENT_CHANGED,
            FOLLOWUP_OUTCOME,
            ROUTING_RULES);

    private Topics() {}

    /** Where a service puts the records of a topic that it cannot handle. */
    public static String deadLetters(String topic, String service) {
        return topic + "." + service + ".dlq";
    }

    /** Every topic that must exist, dead letters included, in the order of the data path. */
    public static List<String> all() {
        List<String> all = new ArrayList<>(SOURCES);
        all.addAll(DEAD_LETTERS);
        return List.copyOf(all);
    }

    public static List<String> allDeadLetters() {
        return DEAD_LETTERS;
    }

    /** Keeps every record for as long as there is a broker, instead of a span of time: its past is part of its present. */
    public static boolean isKeptForEver(String topic) {
        return ROUTING_RULES.equals(topic);
    }
}
