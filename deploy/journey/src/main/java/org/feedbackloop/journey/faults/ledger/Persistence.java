package org.feedbackloop.journey.faults.ledger;

/** What a sender does when a post is not accepted, or is. */
public enum Persistence {
    /** Posts once. Whether an unanswered post counts is then for the system to decide: none or one. */
    POSTS_ONCE,
    /** Posts again with the same key, until it is accepted. */
    UNTIL_ACCEPTED,
    /** As {@link #UNTIL_ACCEPTED}, and then once more, as one whose first answer got lost on its own side. */
    ONCE_TOO_OFTEN
}
