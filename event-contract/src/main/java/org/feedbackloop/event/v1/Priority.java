package org.feedbackloop.event.v1;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How soon a consultant should look at it. */
public enum Priority {
    @JsonProperty("urgent")
    URGENT,
    @JsonProperty("high")
    HIGH,
    @JsonProperty("normal")
    NORMAL,
    @JsonProperty("low")
    LOW;

    /** As it is written on the wire, in addresses and in the database. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
