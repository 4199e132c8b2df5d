package org.feedbackloop.routing.priority;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.event.v1.Priority;
import org.feedbackloop.routing.reading.Phrases;
import org.feedbackloop.routing.reading.Statement;
import org.feedbackloop.routing.reading.Verdict;

/**
 * Somebody may have come to harm. Heard in all languages whatever the text's own, and denied by nothing: looking once too
 * often costs a minute.
 */
final class HarmWords implements PriorityRule {

    private final Phrases<String> harm = new Phrases<>();

    HarmWords(List<String> phrases) {
        phrases.forEach(phrase -> harm.add(phrase, phrase));
    }

    @Override
    public Optional<Verdict<Priority>> judge(Statement statement, FeedbackType type) {
        Set<String> found = new LinkedHashSet<>();
        harm.in(statement.words(), (phrase, first, last) -> found.add(phrase));
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new Verdict<>(Priority.URGENT, 0.9, List.copyOf(found), "harm"));
    }
}
