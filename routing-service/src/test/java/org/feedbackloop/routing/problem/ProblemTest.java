package org.feedbackloop.routing.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.feedbackloop.routing.problem.Problem.InvalidParam;
import org.feedbackloop.routing.rules.RulesDocument;
import org.feedbackloop.routing.rules.RulesRefused;
import org.junit.jupiter.api.Test;

class ProblemTest {

    @Test
    void who_has_made_very_many_mistakes_hears_that_there_may_be_more() {
        String wrong =
                IntStream.range(0, 150).mapToObj(at -> "odd" + at + ": 1\n").collect(Collectors.joining());
        RulesRefused refused = catchThrowableOfType(RulesRefused.class, () -> RulesDocument.parse(wrong));

        assertThat(Problem.invalidRules(refused).invalidParams())
                .hasSize(101)
                .last()
                .extracting(InvalidParam::reason)
                .asString()
                .startsWith("the rest was not read");
    }
}
