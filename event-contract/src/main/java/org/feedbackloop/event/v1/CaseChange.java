package org.feedbackloop.event.v1;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What changed about a case. */
public enum CaseChange {
    @JsonProperty("opened")
    OPENED,
    @JsonProperty("answered")
    ANSWERED,
    /** The customer has had the answer. */
    @JsonProperty("closed")
    CLOSED,
    /** The answer could not be delivered. */
    @JsonProperty("reopened")
    REOPENED,
    /** A consultant has said that it is of another type than we took it for. */
    @JsonProperty("reclassified")
    RECLASSIFIED;

    /** As it is written on the wire, in addresses and in the database. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
