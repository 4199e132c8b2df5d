package org.feedbackloop.event.v1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How much a customer buys, by the ABC analysis of who says so: A is for the few who bring most of the revenue. */
public enum CustomerClass {
    @JsonProperty("A")
    A,
    @JsonProperty("B")
    B,
    @JsonProperty("C")
    C
}
