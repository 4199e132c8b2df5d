package org.feedbackloop.routing.priority;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.event.v1.Priority;
import org.feedbackloop.routing.harm.HarmHeard;
import org.feedbackloop.routing.reading.Statement;
import org.feedbackloop.routing.reading.Verdict;
import org.jspecify.annotations.Nullable;

/** Some types wait better than others. */
final class PriorityOfType implements PriorityRule {

    private final Map<FeedbackType, Priority> priorities;

    PriorityOfType(Map<FeedbackType, Priority> priorities) {
        this.priorities = Map.copyOf(priorities);
    }

    @Override
    public Optional<Verdict<Priority>> judge(Statement statement, FeedbackType type, @Nullable HarmHeard harm) {
        return Optional.ofNullable(priorities.get(type))
                .map(priority -> new Verdict<>(priority, 1, List.of("type " + type.wireName()), "type"));
    }
}
