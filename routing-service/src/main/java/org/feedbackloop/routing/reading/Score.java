package org.feedbackloop.routing.reading;

import org.feedbackloop.event.v1.Rating;
import org.feedbackloop.event.v1.RatingScale;

/** What a rating says whatever the scale. Those of the net promoter score are its own: 0 to 6 detract, 9 and 10 promote. */
public enum Score {
    WORST,
    LOW,
    /** Says nothing either way. */
    MIDDLE,
    HIGH;

    public static Score of(Rating rating) {
        return rating.scale() == RatingScale.NPS ? ofTen(rating.score()) : ofFive(rating.score());
    }

    private static Score ofTen(int score) {
        if (score <= 2) {
            return WORST;
        }
        return score <= 6 ? LOW : score <= 8 ? MIDDLE : HIGH;
    }

    private static Score ofFive(int score) {
        return switch (score) {
            case 1 -> WORST;
            case 2 -> LOW;
            case 3 -> MIDDLE;
            default -> HIGH;
        };
    }
}
