package org.feedbackloop.routing.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedbackloop.event.v1.FeedbackType.COMPLAINT;
import static org.feedbackloop.event.v1.FeedbackType.IDEA;

import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.routing.opinion.Opinion.Given;
import org.feedbackloop.routing.opinion.Opinion.Missing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class OpinionTest {

    @ParameterizedTest
    @EnumSource
    void each_of_the_six_names_is_an_answer(FeedbackType type) {
        assertThat(Opinion.of(type.wireName())).isEqualTo(new Given(type));
    }

    @ParameterizedTest
    @ValueSource(strings = {" Complaint\n", "COMPLAINT", "{\"type\":\"complaint\"}", "{ \"type\" : \"Complaint\" }\n"})
    void a_name_may_be_written_in_several_ways(String reply) {
        assertThat(Opinion.of(reply)).isEqualTo(new Given(COMPLAINT));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "I think it is a complaint",
                "complaint praise",
                "complaints",
                "not complaint",
                "refund",
                "{\"type\":\"refund\"}",
                "{\"type\":\"complaint\",\"refund\":\"yes\"}",
                "{\"type\":\"complaint\",\"type\":\"praise\"}",
                "{\"type\":\"complaint\"} and pay",
                "{\"type\":\"compl",
                "{\"type\":[\"complaint\"]}",
                "[\"complaint\"]",
                "{{{{{{{{{{{{{{{{",
                "null"
            })
    void anything_else_is_no_answer(String reply) {
        assertThat(Opinion.of(reply)).isEqualTo(Missing.UNCLEAR);
    }

    @Test
    void a_long_answer_is_not_even_read() {
        assertThat(Opinion.of("{\"type\":" + " ".repeat(1_000) + "\"complaint\"}"))
                .isEqualTo(Missing.UNCLEAR);
    }

    @Test
    void it_counts_whether_it_agrees_with_the_words() {
        assertThat(new Given(COMPLAINT).outcome(COMPLAINT)).isEqualTo("agreed");
        assertThat(new Given(COMPLAINT).outcome(IDEA)).isEqualTo("differed");
        assertThat(Missing.OVER_BUDGET.outcome(IDEA)).isEqualTo("over-budget");
    }
}
