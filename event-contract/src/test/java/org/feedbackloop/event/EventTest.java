package org.feedbackloop.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.feedbackloop.event.v1.CustomerChanged;
import org.feedbackloop.event.v1.FeedbackRouted;
import org.junit.jupiter.api.Test;

class EventTest {

    private static final Instant LATER = Instant.parse("2026-03-02T08:15:00Z");
    private static final Instant LATER_STILL = Instant.parse("2026-03-02T09:30:00Z");

    private final Event<FeedbackRouted> routed =
            GoldenFile.read(EventType.FEEDBACK_ROUTED, "complaint-with-every-finding");
    private final CustomerChanged created =
            GoldenFile.read(EventType.CUSTOMER_CHANGED, "created").data();

    @Test
    void the_same_event_leads_to_the_same_next_event_whenever_it_is_handled() {
        assertThat(leadsToCreation(LATER).id())
                .isEqualTo(leadsToCreation(LATER_STILL).id());
    }

    @Test
    void the_next_event_belongs_to_the_same_story_and_names_its_cause() {
        var next = leadsToCreation(LATER);

        assertThat(next.correlationId()).isEqualTo(routed.correlationId());
        assertThat(next.causationId()).isEqualTo(routed.id());
        assertThat(next.traceparent()).isEqualTo(routed.traceparent());
        assertThat(next.type()).isEqualTo(EventType.CUSTOMER_CHANGED);
        assertThat(next.source()).isEqualTo("/crm-service");
        assertThat(next.time()).isEqualTo(LATER);
        assertThat(next.recordedTime()).isEqualTo(LATER);
        assertThat(next.partitionKey()).isEqualTo(created.customerId().toString());
        assertThat(next.data()).isEqualTo(created);
    }

    @Test
    void different_subjects_and_types_are_different_events() {
        var one = routed.leadsTo(EventType.CUSTOMER_CHANGED, "/crm-service", LATER, LATER, "one", "key", created);
        var other = routed.leadsTo(EventType.CUSTOMER_CHANGED, "/crm-service", LATER, LATER, "other", "key", created);
        var opened = routed.leadsTo(
                EventType.CASE_CHANGED,
                "/crm-service",
                LATER,
                LATER,
                "one",
                "key",
                GoldenFile.read(EventType.CASE_CHANGED, "opened").data());

        assertThat(one.id()).isNotEqualTo(other.id()).isNotEqualTo(opened.id()).isNotEqualTo(routed.id());
    }

    /** The golden chain was made by this rule: received, routed, acknowledgement requested, sent. */
    @Test
    void ids_follow_from_their_causes_as_they_always_have() {
        var received = GoldenFile.read(EventType.FEEDBACK_RECEIVED, "complaint-from-the-web-form");
        var requested = GoldenFile.read(EventType.FOLLOWUP_REQUESTED, "acknowledgement");
        var outcome = GoldenFile.read(EventType.FOLLOWUP_OUTCOME, "acknowledgement-sent");

        assertThat(next(received, routed).id()).isEqualTo(routed.id());
        assertThat(next(routed, requested).id()).isEqualTo(requested.id());
        assertThat(next(requested, outcome).id()).isEqualTo(outcome.id());
    }

    @Test
    void a_new_trace_changes_nothing_else() {
        var traced = routed.withTraceparent(null);

        assertThat(traced.traceparent()).isNull();
        assertThat(traced.withTraceparent(routed.traceparent())).isEqualTo(routed);
    }

    private Event<CustomerChanged> leadsToCreation(Instant when) {
        String customer = created.customerId().toString();
        return routed.leadsTo(EventType.CUSTOMER_CHANGED, "/crm-service", when, when, customer, customer, created);
    }

    private static <T extends Record> Event<T> next(Event<?> cause, Event<T> effect) {
        return cause.leadsTo(
                effect.type(),
                effect.source(),
                effect.time(),
                effect.recordedTime(),
                effect.subject(),
                effect.partitionKey(),
                effect.data());
    }
}
