package org.feedbackloop.routing.type;

import java.util.List;
import java.util.Optional;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.event.v1.Rating;
import org.feedbackloop.routing.reading.Score;
import org.feedbackloop.routing.reading.Statement;
import org.feedbackloop.routing.reading.Verdict;

/** Who gives a low score complains, however kind the words. */
final class LowScore implements TypeRule {

    @Override
    public Optional<Verdict<FeedbackType>> judge(Statement statement) {
        Rating rating = statement.rating();
        if (rating == null) {
            return Optional.empty();
        }
        return switch (Score.of(rating)) {
            case WORST -> complaint(rating, 0.95);
            case LOW -> complaint(rating, 0.8);
            case MIDDLE, HIGH -> Optional.empty();
        };
    }

    private static Optional<Verdict<FeedbackType>> complaint(Rating rating, double confidence) {
        String evidence = rating.scale().wireName() + " " + rating.score();
        return Optional.of(new Verdict<>(FeedbackType.COMPLAINT, confidence, List.of(evidence), "low-score"));
    }
}
