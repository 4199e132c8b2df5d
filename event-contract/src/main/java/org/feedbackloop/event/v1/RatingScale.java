package org.feedbackloop.event.v1;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How a score was asked for. */
public enum RatingScale {
    /** How likely to recommend, 0 to 10. */
    @JsonProperty("nps")
    NPS,
    /** How satisfied, 1 to 5. */
    @JsonProperty("csat")
    CSAT,
    /** 1 to 5. */
    @JsonProperty("stars")
    STARS,
    /** 1 (angry) to 5 (delighted). */
    @JsonProperty("smiley")
    SMILEY;

    /** As it is written on the wire, in addresses and in the database. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
