package org.feedbackloop.event.v1;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Along which line a relationship is told. */
public enum StageModel {
    /** Potential, one-time, regular, lost. */
    @JsonProperty("lifecycle")
    LIFECYCLE,
    /** Awareness, exploration, expansion, commitment, dissolution. */
    @JsonProperty("relationship")
    RELATIONSHIP,
    /** The sales stages, as configured. */
    @JsonProperty("funnel")
    FUNNEL;

    /** As it is written on the wire, in addresses and in the database. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
