package org.feedbackloop.crm.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.feedbackloop.crm.Heard.NOON;
import static org.feedbackloop.crm.Office.CASE;
import static org.feedbackloop.crm.RunningCrm.outcome;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.feedbackloop.crm.Heard;
import org.feedbackloop.crm.Office;
import org.feedbackloop.crm.casework.Answering;
import org.feedbackloop.crm.casework.Progress;
import org.feedbackloop.crm.followup.Outcomes.AheadOfFeedback;
import org.feedbackloop.crm.timeline.TimelineEntry;
import org.feedbackloop.crm.timeline.TimelineKind;
import org.feedbackloop.event.CaseId;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.EventId;
import org.feedbackloop.event.v1.CaseChange;
import org.feedbackloop.event.v1.CaseChanged;
import org.feedbackloop.event.v1.FollowUpOutcome;
import org.feedbackloop.event.v1.FollowUpRequested;
import org.feedbackloop.event.v1.FollowUpResult;
import org.junit.jupiter.api.Test;

class OutcomesTest {

    private final Office office = Office.withAnOpenCase();
    private final Outcomes outcomes = new Outcomes(office, office, office, office);

    @Test
    void a_case_closes_when_the_customer_has_the_answer_and_the_world_is_told_whether_that_was_in_time() {
        Event<FollowUpRequested> asked = ourAnswer();
        Event<FollowUpOutcome> sent = outcome(asked, FollowUpResult.SENT);

        outcomes.note(List.of(sent));

        assertThat(office.theCase().progress()).isEqualTo(new Progress.Closed("carol", NOON, sent.time()));
        assertThat(office.published.get(office.published.size() - 1)).satisfies(event -> {
            assertThat(event.causationId()).isEqualTo(sent.id());
            assertThat(event.id()).isEqualTo(office.theCase().lastEvent());
            assertThat(((CaseChanged) event.data()).change()).isEqualTo(CaseChange.CLOSED);
            assertThat(((CaseChanged) event.data()).closedInTime()).isTrue();
        });
    }

    @Test
    void a_case_whose_answer_did_not_arrive_is_open_again() {
        outcomes.note(List.of(outcome(ourAnswer(), FollowUpResult.FAILED)));

        assertThat(office.theCase().progress()).isEqualTo(new Progress.Open());
        assertThat(kinds()).endsWith(TimelineKind.FOLLOW_UP_FAILED, TimelineKind.CASE_REOPENED);
    }

    @Test
    void what_was_noted_is_noted_once() {
        Event<FollowUpOutcome> sent = outcome(ourAnswer(), FollowUpResult.SENT);
        outcomes.note(List.of(sent));
        List<TimelineKind> before = kinds();

        outcomes.note(List.of(sent));

        assertThat(kinds()).isEqualTo(before);
    }

    @Test
    void an_outcome_belongs_to_whom_our_own_records_say() {
        Event<FollowUpOutcome> sent = outcome(answerOfAnEarlierLife(CASE), FollowUpResult.SENT);

        outcomes.note(List.of(sent));

        assertThat(sent.data().customerId()).isNotEqualTo(Office.CUSTOMER);
        assertThat(office.timeline).extracting(TimelineEntry::customer).containsOnly(Office.CUSTOMER);
    }

    @Test
    void an_answer_of_an_earlier_life_that_arrived_closes_the_case() {
        Event<FollowUpOutcome> sent = outcome(answerOfAnEarlierLife(CASE), FollowUpResult.SENT);

        outcomes.note(List.of(sent));

        assertThat(office.theCase().progress()).isEqualTo(new Progress.Closed(null, null, sent.time()));
    }

    @Test
    void an_answer_of_an_earlier_life_that_did_not_arrive_says_nothing_of_the_one_of_now() {
        ourAnswer();

        outcomes.note(List.of(outcome(answerOfAnEarlierLife(CASE), FollowUpResult.FAILED)));

        assertThat(office.theCase().progress()).isEqualTo(new Progress.Answered("carol", NOON));
        assertThat(kinds()).endsWith(TimelineKind.FOLLOW_UP_FAILED);
    }

    @Test
    void an_outcome_of_what_is_not_known_is_not_noted_and_says_of_which_feedback_it_is() {
        CaseId nowhere = CaseId.from(EventId.named("nowhere"));
        Event<FollowUpOutcome> early = outcome(answerOfAnEarlierLife(nowhere), FollowUpResult.SENT);

        assertThatThrownBy(() -> outcomes.note(List.of(early)))
                .isInstanceOf(AheadOfFeedback.class)
                .hasMessageContaining(early.data().feedbackId().toString());
        assertThat(office.timeline).isEmpty();
    }

    private List<TimelineKind> kinds() {
        return office.timeline.stream().map(TimelineEntry::kind).toList();
    }

    @SuppressWarnings("unchecked")
    private Event<FollowUpRequested> ourAnswer() {
        new Answering(office, office, office, office, office, Clock.fixed(NOON, ZoneOffset.UTC))
                .answer(CASE, "key", "carol", "A new lamp is coming.");
        return (Event<FollowUpRequested>) office.published.get(1);
    }

    private static Event<FollowUpRequested> answerOfAnEarlierLife(CaseId caseId) {
        return Asked.answerTo(Heard.aComplaint().from("ada@example.org").routed(), caseId);
    }
}
