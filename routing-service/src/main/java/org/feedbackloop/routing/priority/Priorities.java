package org.feedbackloop.routing.priority;

import java.util.List;
import java.util.Map;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.event.v1.Priority;
import org.feedbackloop.routing.reading.Statement;
import org.feedbackloop.routing.reading.Verdict;

/** Tells the priority of a statement. */
public final class Priorities {

    private static final Verdict<Priority> NORMAL =
            new Verdict<>(Priority.NORMAL, 1, List.of("no rule had an answer"), "normal");

    private final List<PriorityRule> rules;

    /**
     * @param harm phrases of any language that tell of harm to people, of the law, or of lost data
     * @param worstScore for who gives the lowest score there is
     * @param byType for a type without an entry it is normal
     */
    public Priorities(List<String> harm, Priority worstScore, Map<FeedbackType, Priority> byType) {
        rules = List.of(new HarmWords(harm), new WorstScore(worstScore), new PriorityOfType(byType));
    }

    public Verdict<Priority> of(Statement statement, FeedbackType type) {
        for (PriorityRule rule : rules) {
            var verdict = rule.judge(statement, type);
            if (verdict.isPresent()) {
                return verdict.get();
            }
        }
        return NORMAL;
    }
}
