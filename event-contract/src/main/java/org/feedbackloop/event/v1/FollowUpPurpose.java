package org.feedbackloop.event.v1;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Why we write to a customer. */
public enum FollowUpPurpose {
    /** We have heard you. */
    @JsonProperty("acknowledgement")
    ACKNOWLEDGEMENT,
    /** What a consultant says to it. */
    @JsonProperty("answer")
    ANSWER;

    /** As it is written on the wire, in addresses and in the database. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
