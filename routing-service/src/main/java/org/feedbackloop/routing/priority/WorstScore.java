package org.feedbackloop.routing.priority;

import java.util.List;
import java.util.Optional;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.event.v1.Priority;
import org.feedbackloop.event.v1.Rating;
import org.feedbackloop.routing.harm.HarmHeard;
import org.feedbackloop.routing.reading.Score;
import org.feedbackloop.routing.reading.Statement;
import org.feedbackloop.routing.reading.Verdict;
import org.jspecify.annotations.Nullable;

/** Who gives the lowest score is about to leave. */
final class WorstScore implements PriorityRule {

    private final Priority priority;

    WorstScore(Priority priority) {
        this.priority = priority;
    }

    @Override
    public Optional<Verdict<Priority>> judge(Statement statement, FeedbackType type, @Nullable HarmHeard harm) {
        Rating rating = statement.rating();
        if (rating == null || Score.of(rating) != Score.WORST) {
            return Optional.empty();
        }
        String evidence = rating.scale().wireName() + " " + rating.score();
        return Optional.of(new Verdict<>(priority, 1, List.of(evidence), "worst-score"));
    }
}
