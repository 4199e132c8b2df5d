package org.feedbackloop.crm.casework;

import java.time.Instant;
import org.feedbackloop.event.v1.CaseStatus;
import org.jspecify.annotations.Nullable;

/** How far a case has come. A step exists only where it can be taken. */
public sealed interface Progress {

    CaseStatus status();

    /** Who answered; none yet, while it is open. */
    default @Nullable String consultant() {
        return null;
    }

    /** When they answered; none yet, while it is open. */
    default @Nullable Instant answeredAt() {
        return null;
    }

    /** When the customer had the answer; none before. */
    default @Nullable Instant closedAt() {
        return null;
    }

    /** Waits for a consultant. */
    record Open() implements Progress {

        public Answered answer(String consultant, Instant at) {
            return new Answered(consultant, at);
        }

        /** The customer has had an answer that this database does not know: it was given before a rebuild. */
        public Closed answeredInAnEarlierLife(Instant deliveredAt) {
            return new Closed(null, null, deliveredAt);
        }

        @Override
        public CaseStatus status() {
            return CaseStatus.OPEN;
        }
    }

    /** A consultant has written; the customer has not got it yet. */
    record Answered(String consultant, Instant answeredAt) implements Progress {

        public Closed delivered(Instant at) {
            return new Closed(consultant, answeredAt, at);
        }

        /** The answer did not reach the customer: somebody must find another way. */
        public Open undeliverable() {
            return new Open();
        }

        @Override
        public CaseStatus status() {
            return CaseStatus.ANSWERED;
        }
    }

    /** The customer has had the answer. Who gave it, and when, is not known of an answer that was given before a rebuild. */
    record Closed(@Nullable String consultant, @Nullable Instant answeredAt, Instant closedAt) implements Progress {

        @Override
        public CaseStatus status() {
            return CaseStatus.CLOSED;
        }
    }
}
