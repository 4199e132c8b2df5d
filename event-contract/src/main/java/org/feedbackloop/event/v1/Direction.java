package org.feedbackloop.event.v1;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Whether a relationship got closer or not. */
public enum Direction {
    @JsonProperty("up")
    UP,
    @JsonProperty("down")
    DOWN;

    /** As it is written on the wire, in addresses and in the database. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
