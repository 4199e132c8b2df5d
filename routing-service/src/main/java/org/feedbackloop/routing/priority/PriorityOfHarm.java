package org.feedbackloop.routing.priority;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.event.v1.Priority;
import org.feedbackloop.routing.harm.HarmHeard;
import org.feedbackloop.routing.reading.Statement;
import org.feedbackloop.routing.reading.Verdict;
import org.jspecify.annotations.Nullable;

/** Somebody may have come to harm. */
final class PriorityOfHarm implements PriorityRule {

    static final String RULE = "harm";

    @Override
    public Optional<Verdict<Priority>> judge(Statement statement, FeedbackType type, @Nullable HarmHeard heard) {
        if (heard == null) {
            return Optional.empty();
        }
        List<String> evidence = new ArrayList<>();
        evidence.add("harm " + heard.harm().kind());
        if (heard.harm().supervisor()) {
            evidence.add("before a supervisor at once");
        }
        evidence.addAll(heard.phrases());
        return Optional.of(new Verdict<>(heard.harm().priority(), 0.9, evidence, RULE));
    }
}
