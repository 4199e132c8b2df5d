package org.feedbackloop.event.v1;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What a customer allows us to write for. What answers them is not asked for: they began it. */
public enum ConsentPurpose {
    /** Whatever we write without having been asked: offers, invitations, surveys. */
    @JsonProperty("marketing")
    MARKETING;

    /** As it is written on the wire, in addresses and in the database. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
