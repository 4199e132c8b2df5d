package org.feedbackloop.routing.priority;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.feedbackloop.event.v1.CustomerClass;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.event.v1.Priority;
import org.feedbackloop.routing.harm.HarmHeard;
import org.feedbackloop.routing.reading.Statement;
import org.feedbackloop.routing.reading.Verdict;
import org.jspecify.annotations.Nullable;

/** Tells the priority of a statement: the most urgent that any rule asks for, one step on for the class of the customer. */
public final class Priorities {

    private static final Verdict<Priority> NORMAL =
            new Verdict<>(Priority.NORMAL, 1, List.of("no rule had an answer"), "normal");

    /** What a sender says of its customers is a hint. */
    private static final double CLASS_CONFIDENCE = 0.9;

    private final List<PriorityRule> rules;
    private final Map<CustomerClass, Step> classes;

    /**
     * @param worstScore for who gives the lowest score there is
     * @param byType for a type without an entry it is normal
     * @param classes for a class without an entry it stays as it is
     */
    public Priorities(Priority worstScore, Map<FeedbackType, Priority> byType, Map<CustomerClass, Step> classes) {
        rules = List.of(new PriorityOfHarm(), new WorstScore(worstScore), new PriorityOfType(byType));
        this.classes = Map.copyOf(classes);
    }

    /** @param harm none where none was heard */
    public Verdict<Priority> of(Statement statement, FeedbackType type, @Nullable HarmHeard harm) {
        Verdict<Priority> mostUrgent = null;
        for (PriorityRule rule : rules) {
            var verdict = rule.judge(statement, type, harm);
            if (verdict.isPresent()
                    && (mostUrgent == null || verdict.get().value().compareTo(mostUrgent.value()) < 0)) {
                mostUrgent = verdict.get();
            }
        }
        return ofClass(statement.customerClass(), mostUrgent == null ? NORMAL : mostUrgent);
    }

    private Verdict<Priority> ofClass(@Nullable CustomerClass customerClass, Verdict<Priority> verdict) {
        Step step =
                customerClass == null || verdict.rule().equals(PriorityOfHarm.RULE) ? null : classes.get(customerClass);
        if (step == null || step.from(verdict.value()) == verdict.value()) {
            return verdict;
        }
        List<String> evidence = new ArrayList<>(verdict.evidence());
        evidence.add("customer class " + customerClass + ": " + step.name().toLowerCase(Locale.ROOT));
        return new Verdict<>(step.from(verdict.value()), CLASS_CONFIDENCE, evidence, "customer-class");
    }
}
