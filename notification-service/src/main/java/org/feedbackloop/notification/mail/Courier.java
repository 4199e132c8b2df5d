package org.feedbackloop.notification.mail;

import org.feedbackloop.notification.followup.HeldFollowUp;

/** Takes one follow-up after the other to its customer. For use by one thread at a time. */
interface Courier {

    Attempt deliver(HeldFollowUp followUp);

    /** There is nothing to deliver for now: lets go of what is dear to keep, and would grow stale. */
    void rest();
}
