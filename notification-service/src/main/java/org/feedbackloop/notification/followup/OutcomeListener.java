package org.feedbackloop.notification.followup;

import org.feedbackloop.event.v1.FollowUpOutcome;

/** Hears of each outcome once it is kept, and waits in the outbox to be published. */
@FunctionalInterface
public interface OutcomeListener {
    void decided(FollowUpOutcome outcome);
}
