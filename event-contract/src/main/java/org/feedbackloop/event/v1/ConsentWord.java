package org.feedbackloop.event.v1;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** A word that mobile carriers give a meaning of its own, when it is all that a message says. */
public enum ConsentWord {
    /** Write to me no more. */
    @JsonProperty("stop")
    STOP,
    /** Write to me again. */
    @JsonProperty("start")
    START,
    /** Who are you, and how do I stop this? */
    @JsonProperty("help")
    HELP;

    /** As it is written on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
