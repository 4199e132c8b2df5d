package org.feedbackloop.event.v1;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What kind of address reaches somebody. Strongest first: of several the first one names the customer. */
public enum ContactKind {
    /** The shop's own number for a customer. */
    @JsonProperty("customer-number")
    CUSTOMER_NUMBER,
    @JsonProperty("email")
    EMAIL,
    @JsonProperty("phone")
    PHONE,
    /** A handle in a messenger, with the messenger before it: {@code telegram:4711}. */
    @JsonProperty("messenger")
    MESSENGER,
    /** A browser that came by; says nothing of who sat before it. */
    @JsonProperty("visitor")
    VISITOR;

    /** As it is written on the wire, in addresses and in the database. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
