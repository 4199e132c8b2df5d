package org.feedbackloop.routing.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedbackloop.routing.load.CaseNews.aCase;

import org.feedbackloop.event.EventId;
import org.feedbackloop.event.v1.CaseChanged;
import org.junit.jupiter.api.Test;

class OpenCasesTest {

    private final OpenCases cases = new OpenCases(3);

    @Test
    void a_case_counts_from_when_it_is_opened_until_a_consultant_has_written() {
        CaseNews one = aCase();

        note(one.opened("billing"));
        note(aCase().opened("billing"));
        assertThat(cases.in("billing")).isEqualTo(2);

        note(one.answered("billing"));
        assertThat(cases.in("billing")).isEqualTo(1);

        note(one.reopened("billing"));
        assertThat(cases.in("billing")).isEqualTo(2);

        note(one.closed("billing"));
        assertThat(cases.in("billing")).isEqualTo(1);
        assertThat(cases.inAll()).isEqualTo(1);
    }

    @Test
    void the_same_news_again_changes_nothing_not_even_behind_newer_ones() {
        CaseNews one = aCase();
        EventId opening = EventId.random();
        cases.note(opening, one.opened("billing"));
        cases.note(opening, one.opened("billing"));
        assertThat(cases.in("billing")).isEqualTo(1);

        note(one.closed("billing"));
        cases.note(opening, one.opened("billing"));
        assertThat(cases.in("billing")).isZero();
    }

    @Test
    void what_was_opened_before_we_listened_and_closed_since_counts_for_nothing() {
        note(aCase().closed("billing"));

        assertThat(cases.in("billing")).isZero();
    }

    @Test
    void a_case_that_moves_counts_where_it_is() {
        CaseNews one = aCase();
        note(one.opened("billing"));

        note(one.reopened("care"));

        assertThat(cases.in("billing")).isZero();
        assertThat(cases.in("care")).isEqualTo(1);
    }

    @Test
    void of_more_than_can_be_remembered_those_that_were_told_longest_ago_are_forgotten() {
        CaseNews eldest = aCase();
        note(eldest.opened("billing"));
        note(aCase().opened("care"));
        note(aCase().opened("care"));

        note(aCase().opened("care"));

        assertThat(cases.in("billing")).isZero();
        assertThat(cases.in("care")).isEqualTo(3);
        note(eldest.closed("billing"));
        assertThat(cases.in("billing")).isZero();
    }

    @Test
    void a_queue_that_nobody_told_of_has_none() {
        assertThat(cases.in("unheard-of")).isZero();
    }

    private void note(CaseChanged change) {
        cases.note(EventId.random(), change);
    }
}
