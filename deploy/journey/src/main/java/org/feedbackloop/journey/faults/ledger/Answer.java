package org.feedbackloop.journey.faults.ledger;

import java.time.Duration;
import java.util.Optional;
import org.feedbackloop.event.FeedbackId;

/** What the sender of a post learnt. */
public sealed interface Answer {

    /** A 202: it is kept, as this feedback. */
    record Accepted(FeedbackId feedback) implements Answer {

        @Override
        public Optional<FeedbackId> accepted() {
            return Optional.of(feedback);
        }

        @Override
        public String toString() {
            return "202 " + feedback;
        }
    }

    /** A 5xx: it may be kept or not; to be sent again after a while. */
    record Unavailable(int status, Duration retryAfter) implements Answer {

        @Override
        public String toString() {
            return Integer.toString(status);
        }
    }

    /** Any other status: the post is held to be wrong. None of ours is. */
    record Refused(int status) implements Answer {

        @Override
        public String toString() {
            return Integer.toString(status);
        }
    }

    /** No answer: it may be kept or not. */
    record Lost(String reason) implements Answer {

        @Override
        public String toString() {
            return "none " + reason;
        }
    }

    default Optional<FeedbackId> accepted() {
        return Optional.empty();
    }
}
