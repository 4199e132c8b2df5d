package org.feedbackloop.event.v1;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What changed about a customer. */
public enum CustomerChange {
    @JsonProperty("created")
    CREATED,
    @JsonProperty("contact-added")
    CONTACT_ADDED,
    @JsonProperty("stage-changed")
    STAGE_CHANGED;

    /** As it is written on the wire, in addresses and in the database. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
