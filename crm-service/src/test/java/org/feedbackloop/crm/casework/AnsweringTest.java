package org.feedbackloop.crm.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedbackloop.crm.Heard.NOON;
import static org.feedbackloop.crm.Office.CASE;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.feedbackloop.crm.Office;
import org.feedbackloop.crm.timeline.TimelineEntry;
import org.feedbackloop.crm.timeline.TimelineKind;
import org.feedbackloop.event.CaseId;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.EventId;
import org.feedbackloop.event.v1.CaseChange;
import org.feedbackloop.event.v1.CaseChanged;
import org.feedbackloop.event.v1.CaseStatus;
import org.feedbackloop.event.v1.FollowUpPurpose;
import org.feedbackloop.event.v1.FollowUpRequested;
import org.junit.jupiter.api.Test;

class AnsweringTest {

    private static final Instant LATER = NOON.plusSeconds(3_600);

    private final Office office = Office.withAnOpenCase();

    @Test
    void the_customer_is_written_to_and_the_world_is_told_that_somebody_answered() {
        assertThat(answer(office, "key", "A new lamp is coming.")).isEqualTo("given");

        assertThat(office.theCase().progress()).isEqualTo(new Progress.Answered("carol", LATER));
        assertThat(office.published).hasSize(2);
        Event<?> changed = office.published.get(0);
        assertThat(changed.causationId()).isEqualTo(Office.OPENED);
        assertThat(changed.id()).isEqualTo(office.theCase().lastEvent());
        assertThat(((CaseChanged) changed.data()).change()).isEqualTo(CaseChange.ANSWERED);
        Event<?> requested = office.published.get(1);
        assertThat(requested.causationId()).isEqualTo(changed.id());
        assertThat((FollowUpRequested) requested.data()).satisfies(asked -> {
            assertThat(asked.purpose()).isEqualTo(FollowUpPurpose.ANSWER);
            assertThat(asked.message()).isEqualTo("A new lamp is coming.");
            assertThat(asked.recipient()).isEqualTo(office.theCase().replyTo());
        });
        assertThat(office.timeline)
                .extracting(TimelineEntry::kind)
                .containsExactly(TimelineKind.CASE_ANSWERED, TimelineKind.FOLLOW_UP_REQUESTED);
    }

    @Test
    void the_same_key_with_the_same_words_gives_the_first_answer_and_writes_to_nobody() {
        answer(office, "key", "A new lamp is coming.");

        assertThat(answer(office, "key", "A new lamp is coming.")).isEqualTo("given");

        assertThat(office.answers).hasSize(1);
        assertThat(office.published).hasSize(2);
    }

    @Test
    void the_same_key_with_other_words_is_told_apart() {
        answer(office, "key", "A new lamp is coming.");

        assertThat(answer(office, "key", "Never mind.")).isEqualTo("key used for another");
    }

    @Test
    void who_comes_second_hears_that_it_is_answered() {
        answer(office, "one", "A new lamp is coming.");

        assertThat(answer(office, "other", "Never mind.")).isEqualTo("it is answered");
        assertThat(office.published).hasSize(2);
    }

    @Test
    void who_begins_first_and_comes_second_hears_that_it_is_answered() {
        office.where(() -> answer(office, "faster", "A new lamp is coming."));

        assertThat(answer(office, "key", "Never mind.")).isEqualTo("it is answered");
        assertThat(office.published).hasSize(2);
    }

    @Test
    void there_is_no_answer_to_who_left_no_address() {
        Office nobodyToReach = Office.withAnOpenCase(null);

        assertThat(answer(nobodyToReach, "key", "A new lamp is coming.")).isEqualTo("nobody to reach");
        assertThat(nobodyToReach.theCase().progress().status()).isEqualTo(CaseStatus.OPEN);
        assertThat(nobodyToReach.published).isEmpty();
    }

    @Test
    void there_is_no_answer_to_a_case_that_is_none() {
        CaseId nowhere = CaseId.from(EventId.named("nowhere"));

        assertThat(told(answering(office).answer(nowhere, "key", "carol", "Hello?")))
                .isEqualTo("no such case");
    }

    private static String answer(Office office, String key, String text) {
        return told(answering(office).answer(CASE, key, "carol", text));
    }

    private static Answering answering(Office office) {
        return new Answering(office, office, office, office, office, Clock.fixed(LATER, ZoneOffset.UTC));
    }

    private static String told(Answering.Outcome outcome) {
        return outcome.fold(
                answer -> "given",
                () -> "no such case",
                status -> "it is " + status.wireName(),
                () -> "nobody to reach",
                () -> "key used for another");
    }
}
