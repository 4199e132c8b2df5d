package org.feedbackloop.routing.type;

import java.util.Optional;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.routing.reading.Verdict;

/**
 * What was said.
 *
 * @param primary what it is
 * @param secondary what it is besides, where two things were said in the same breath
 */
public record Typed(Verdict<FeedbackType> primary, Optional<Verdict<FeedbackType>> secondary) {

    public FeedbackType type() {
        return primary.value();
    }

    public Optional<FeedbackType> secondaryType() {
        return secondary.map(Verdict::value);
    }
}
