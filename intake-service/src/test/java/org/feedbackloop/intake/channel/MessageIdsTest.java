package org.feedbackloop.intake.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MessageIdsTest {

    @Test
    void parts_are_joined() {
        assertThat(MessageIds.of("4711", "17")).isEqualTo("4711:17");
    }

    @Test
    void without_one_of_its_parts_there_is_no_id() {
        assertThat(MessageIds.of("4711", null)).isNull();
        assertThat(MessageIds.of("4711", " ")).isNull();
    }

    @Test
    void long_ones_that_differ_at_their_end_stay_two() {
        String beginning = "x".repeat(300);

        assertThat(MessageIds.of(beginning, "1"))
                .hasSizeLessThanOrEqualTo(200)
                .isNotEqualTo(MessageIds.of(beginning, "2"))
                .isEqualTo(MessageIds.of(beginning, "1"));
    }
}
