package org.feedbackloop.event.v1;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What kind of thing the customer said. */
public enum FeedbackType {
    /** Something went wrong. */
    @JsonProperty("complaint")
    COMPLAINT,
    /** Something could be better. */
    @JsonProperty("idea")
    IDEA,
    /** The customer wants to know something. */
    @JsonProperty("question")
    QUESTION,
    /** Something was good. */
    @JsonProperty("praise")
    PRAISE,
    /** The customer names somebody who may want to buy. */
    @JsonProperty("referral")
    REFERRAL,
    /** None of these, or not to be told. */
    @JsonProperty("other")
    OTHER;

    /** As it is written on the wire, in addresses and in the database. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
