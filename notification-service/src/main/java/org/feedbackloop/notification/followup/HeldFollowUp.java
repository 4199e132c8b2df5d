package org.feedbackloop.notification.followup;

import org.feedbackloop.event.Event;
import org.feedbackloop.event.FollowUpId;
import org.feedbackloop.event.v1.FollowUpRequested;
import org.jspecify.annotations.Nullable;

/**
 * A follow-up that this process, and no other, is to send now.
 *
 * @param attempt counts from 1; also tells this holding from an earlier or later one
 * @param acknowledgement the follow-up that acknowledged the same feedback, if there was one
 */
public record HeldFollowUp(
        Event<FollowUpRequested> request,
        int attempt,
        @Nullable FollowUpId acknowledgement) {

    public FollowUpId id() {
        return request.data().followUpId();
    }
}
