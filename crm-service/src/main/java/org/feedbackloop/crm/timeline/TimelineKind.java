package org.feedbackloop.crm.timeline;

import java.util.Locale;

/** What kind of thing happened. */
public enum TimelineKind {
    FEEDBACK,
    STAGE_CHANGED,
    CONSENT_CHANGED,
    CASE_OPENED,
    CASE_ANSWERED,
    CASE_CLOSED,
    CASE_REOPENED,
    CASE_RECLASSIFIED,
    FOLLOW_UP_REQUESTED,
    FOLLOW_UP_SENT,
    FOLLOW_UP_SKIPPED,
    FOLLOW_UP_FAILED;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
