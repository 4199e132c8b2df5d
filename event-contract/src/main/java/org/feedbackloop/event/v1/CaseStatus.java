package org.feedbackloop.event.v1;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Where a case stands. */
public enum CaseStatus {
    @JsonProperty("open")
    OPEN,
    /** A consultant has written; the customer has not got it yet. */
    @JsonProperty("answered")
    ANSWERED,
    /** The customer has had the answer. */
    @JsonProperty("closed")
    CLOSED;

    /** As it is written on the wire, in addresses and in the database. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
