package org.feedbackloop.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EventIdTest {

    @Test
    void the_same_name_gets_the_same_id() {
        assertThat(EventId.named("local", "key", "4711")).isEqualTo(EventId.named("local", "key", "4711"));
    }

    /** Literal ids: were they to change, every retry under way during the update would have its effect twice. */
    @Test
    void a_name_gets_the_id_that_it_has_always_had() {
        assertThat(EventId.named("a", "bc")).hasToString("d37f7c03-bade-5555-9fe9-b8b64b510bf5");
        assertThat(EventId.named("web-form", "żółw")).hasToString("241e7967-4b59-5e9f-9455-1dd5deaca4a3");
    }

    @Test
    void parts_of_a_name_are_kept_apart() {
        assertThat(EventId.named("ab", "c")).isNotEqualTo(EventId.named("a", "bc"));
        assertThat(EventId.named("abc")).isNotEqualTo(EventId.named("ab", "c"));
        assertThat(EventId.named("a", "")).isNotEqualTo(EventId.named("a"));
        assertThat(EventId.named("1:a", "b")).isNotEqualTo(EventId.named("1", "a1:b"));
    }

    @Test
    void a_named_id_says_that_it_is_name_based() {
        var id = EventId.named("local", "key", "4711").value();

        assertThat(id.version()).isEqualTo(5);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void what_no_retry_can_name_gets_an_id_of_its_own() {
        assertThat(EventId.random()).isNotEqualTo(EventId.random());
        assertThat(EventId.random().value().version()).isEqualTo(4);
    }

    @Test
    void what_follows_from_an_event_is_told_apart_by_its_word() {
        EventId cause = EventId.named("local", "key", "4711");

        assertThat(cause.derive("case")).isEqualTo(cause.derive("case"));
        assertThat(cause.derive("case")).isNotEqualTo(cause.derive("customer")).isNotEqualTo(cause);
    }

    @Test
    void an_id_is_read_as_it_is_printed() {
        EventId id = EventId.named("local", "key", "4711");

        assertThat(EventId.parse(id.toString())).isEqualTo(id);
        assertThatThrownBy(() -> EventId.parse("4711")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_ids_of_things_follow_from_the_event_that_gave_rise_to_them() {
        EventId cause = EventId.named("local", "key", "4711");

        assertThat(FeedbackId.from(cause)).hasToString(cause.toString());
        assertThat(CustomerId.from(cause)).hasToString(cause.toString());
        assertThat(CaseId.from(cause)).hasToString(cause.toString());
        assertThat(FollowUpId.from(cause)).hasToString(cause.toString());
    }
}
