package org.feedbackloop.event.v1;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What became of a follow-up. */
public enum FollowUpResult {
    /** The provider took it. */
    @JsonProperty("sent")
    SENT,
    /** We decided not to send it; the reason says why. */
    @JsonProperty("skipped")
    SKIPPED,
    /** It could not be sent, and we have given up. */
    @JsonProperty("failed")
    FAILED;

    /** As it is written on the wire, in addresses and in the database. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
