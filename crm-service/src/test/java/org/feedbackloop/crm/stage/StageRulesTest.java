package org.feedbackloop.crm.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedbackloop.event.v1.StageModel.LIFECYCLE;
import static org.feedbackloop.event.v1.StageModel.RELATIONSHIP;

import org.feedbackloop.event.v1.Direction;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.event.v1.StageMove;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageRulesTest {

    @Test
    void somebody_new_is_a_potential_customer_who_knows_of_us() {
        Standing standing = new Standing();

        assertThat(StageRules.apply(standing, FeedbackType.COMPLAINT))
                .containsExactly(
                        new StageMove(LIFECYCLE, null, "potential", Direction.UP, "first-heard"),
                        new StageMove(RELATIONSHIP, null, "awareness", Direction.UP, "first-heard"));
        assertThat(standing.isAt(RELATIONSHIP, "awareness")).isTrue();
    }

    @ParameterizedTest(name = "{1} at {0} leads to {2}")
    @CsvSource({
        "awareness,   QUESTION,  exploration",
        "awareness,   IDEA,      exploration",
        "awareness,   PRAISE,    exploration",
        "exploration, PRAISE,    expansion",
        "expansion,   REFERRAL,  commitment",
        "commitment,  COMPLAINT, expansion",
        "expansion,   COMPLAINT, exploration",
    })
    void a_step_follows_from_what_was_said(String at, FeedbackType said, String leadsTo) {
        Standing standing = known(at);

        assertThat(StageRules.apply(standing, said)).singleElement().satisfies(move -> {
            assertThat(move.from()).isEqualTo(at);
            assertThat(move.to()).isEqualTo(leadsTo);
        });
    }

    @ParameterizedTest(name = "{1} at {0} moves nothing")
    @CsvSource({
        "awareness,   COMPLAINT",
        "exploration, COMPLAINT",
        "exploration, QUESTION",
        "commitment,  REFERRAL",
        "dissolution, PRAISE",
        "expansion,   OTHER",
    })
    void there_is_no_step_from_the_end_of_a_path(String at, FeedbackType said) {
        assertThat(StageRules.apply(known(at), said)).isEmpty();
    }

    private static Standing known(String relationship) {
        Standing standing = new Standing();
        standing.moveTo(LIFECYCLE, "potential");
        standing.moveTo(RELATIONSHIP, relationship);
        return standing;
    }
}
