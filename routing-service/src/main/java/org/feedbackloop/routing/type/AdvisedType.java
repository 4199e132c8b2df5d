package org.feedbackloop.routing.type;

import java.util.List;
import java.util.Locale;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.routing.reading.Verdict;

/** A second opinion, asked for because the words alone left it open. Surer than they were, and no more than that. */
final class AdvisedType {

    private static final double CONFIDENCE = 0.7;

    private AdvisedType() {}

    /** @param words what they alone say; it stays to be seen */
    static Verdict<FeedbackType> over(Verdict<FeedbackType> words, FeedbackType advised) {
        return new Verdict<>(
                advised,
                CONFIDENCE,
                List.of(
                        "second opinion " + advised.wireName(),
                        String.format(
                                Locale.ROOT,
                                "words alone: %s %.2f",
                                words.value().wireName(),
                                words.confidence())),
                "second-opinion");
    }
}
