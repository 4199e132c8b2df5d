package org.feedbackloop.event.v1;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Which service could not use it. */
public enum RejectedBy {
    @JsonProperty("intake-service")
    INTAKE_SERVICE,
    @JsonProperty("routing-service")
    ROUTING_SERVICE,
    @JsonProperty("crm-service")
    CRM_SERVICE;

    /** As it is written on the wire, in addresses and in the database. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
