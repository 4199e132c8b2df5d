package org.feedbackloop.notification.mail;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.feedbackloop.notification.followup.FollowUps;
import org.feedbackloop.notification.followup.HeldFollowUp;

/** How one attempt to send a follow-up went. */
sealed interface Attempt {

    /** Says so, and gives the follow-up out of our hands. May be said again if the database did not hear it. */
    void note(HeldFollowUp followUp, FollowUps followUps, Backoff backoff) throws SQLException;

    /** A server has taken it. */
    record Accepted(String messageId, Instant at) implements Attempt {
        @Override
        public void note(HeldFollowUp followUp, FollowUps followUps, Backoff backoff) throws SQLException {
            followUps.sent(followUp, messageId, at);
        }
    }

    /** A server will not take it, neither now nor later. */
    record Refused(String reason) implements Attempt {
        @Override
        public void note(HeldFollowUp followUp, FollowUps followUps, Backoff backoff) throws SQLException {
            followUps.failed(followUp, reason);
        }
    }

    /** It was not taken this time, or we cannot know. */
    record NotTaken(String reason) implements Attempt {
        @Override
        public void note(HeldFollowUp followUp, FollowUps followUps, Backoff backoff) throws SQLException {
            Optional<Duration> pause = backoff.after(followUp.attempt());
            if (pause.isPresent()) {
                followUps.tryAgain(followUp, pause.get(), reason);
            } else {
                followUps.failed(
                        followUp, "given up after " + followUp.attempt() + " attempts, the last one: " + reason);
            }
        }
    }
}
