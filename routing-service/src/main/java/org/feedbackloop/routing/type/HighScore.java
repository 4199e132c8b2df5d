package org.feedbackloop.routing.type;

import java.util.List;
import java.util.Optional;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.event.v1.Rating;
import org.feedbackloop.routing.reading.Score;
import org.feedbackloop.routing.reading.Statement;
import org.feedbackloop.routing.reading.Verdict;

/**
 * A high score without words praises. Beside words it only makes praise likelier: who gives five stars and asks a question waits
 * for an answer.
 */
final class HighScore implements TypeRule {

    @Override
    public Optional<Verdict<FeedbackType>> judge(Statement statement) {
        Rating rating = statement.rating();
        if (rating == null || Score.of(rating) != Score.HIGH) {
            return Optional.empty();
        }
        String evidence = rating.scale().wireName() + " " + rating.score();
        return Optional.of(new Verdict<>(FeedbackType.PRAISE, 0.9, List.of(evidence), "high-score"));
    }
}
