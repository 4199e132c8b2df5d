package org.feedbackloop.intake.surveyfetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.feedbackloop.event.EventId;
import org.feedbackloop.intake.Adapting;
import org.feedbackloop.intake.surveyfetch.Turns.Next;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private static final Instant NOW = Adapting.NOW;
    private static final Instant A_DAY_LATER = NOW.plus(Duration.ofDays(1));
    private static final EventId ONE = EventId.named("turns-test", "one");
    private static final EventId OTHER = EventId.named("turns-test", "other");

    private final Turns turns = new Turns(Duration.ofSeconds(30));

    @Test
    void one_that_fails_is_tried_again_until_its_turn_is_over() {
        assertThat(turns.failed(ONE, NOW)).isEqualTo(Next.TRY_AGAIN);
        assertThat(turns.failed(ONE, NOW.plusSeconds(29))).isEqualTo(Next.TRY_AGAIN);
        assertThat(turns.failed(ONE, NOW.plusSeconds(30))).isEqualTo(Next.GO_TO_THE_BACK);
    }

    @Test
    void one_that_comes_again_has_a_whole_turn() {
        afterItsTurn(ONE, NOW);

        assertThat(turns.failed(ONE, NOW.plusSeconds(31))).isEqualTo(Next.TRY_AGAIN);
    }

    @Test
    void the_next_one_has_a_turn_of_its_own() {
        turns.failed(ONE, NOW);

        assertThat(turns.failed(OTHER, NOW.plusSeconds(30))).isEqualTo(Next.TRY_AGAIN);
    }

    @Test
    void one_that_has_failed_for_a_day_while_others_were_answered_is_given_up() {
        afterItsTurn(ONE, NOW);
        turns.answered(OTHER, NOW.plusSeconds(60));

        assertThat(afterItsTurn(ONE, A_DAY_LATER)).isEqualTo(Next.GIVE_UP);
        assertThat(turns.failed(ONE, A_DAY_LATER.plusSeconds(31)))
                .as("tried once more")
                .isEqualTo(Next.GIVE_UP);
    }

    @Test
    void one_that_has_failed_for_less_than_a_day_is_not_given_up() {
        afterItsTurn(ONE, NOW);
        turns.answered(OTHER, NOW.plusSeconds(60));

        assertThat(afterItsTurn(ONE, A_DAY_LATER.minusSeconds(31))).isEqualTo(Next.GO_TO_THE_BACK);
    }

    @Test
    void a_provider_that_is_away_for_days_says_nothing_against_a_response() {
        turns.answered(OTHER, NOW.minusSeconds(1));
        afterItsTurn(ONE, NOW);

        assertThat(afterItsTurn(ONE, A_DAY_LATER.plusSeconds(60))).isEqualTo(Next.GO_TO_THE_BACK);
    }

    @Test
    void what_was_answered_begins_anew() {
        afterItsTurn(ONE, NOW);
        turns.answered(ONE, NOW.plusSeconds(60));

        assertThat(afterItsTurn(ONE, A_DAY_LATER)).isEqualTo(Next.GO_TO_THE_BACK);
    }

    private Next afterItsTurn(EventId announced, Instant begin) {
        turns.failed(announced, begin);
        return turns.failed(announced, begin.plusSeconds(30));
    }
}
