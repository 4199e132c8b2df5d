package org.feedbackloop.routing.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import org.feedbackloop.routing.backtest.Turns.Turn;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private final Turns turns = new Turns(2);

    @Test
    void so_many_are_let_in_and_no_more() {
        assertThat(turns.take()).isPresent();
        assertThat(turns.take()).isPresent();
        assertThat(turns.take()).isEmpty();
        assertThat(turns.taken()).isEqualTo(2);
    }

    @Test
    void a_turn_that_is_ended_twice_lets_one_in() {
        Turn first = turns.take().orElseThrow();
        turns.take();

        first.close();
        first.close();

        assertThat(turns.taken()).isEqualTo(1);
        assertThat(turns.take()).isPresent();
        assertThat(turns.take()).isEmpty();
    }
}
