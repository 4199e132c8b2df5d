package org.feedbackloop.event.v1;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Where feedback came in. */
public enum Channel {
    @JsonProperty("phone-call")
    PHONE_CALL,
    @JsonProperty("ivr")
    IVR,
    @JsonProperty("web-form")
    WEB_FORM,
    @JsonProperty("email")
    EMAIL,
    @JsonProperty("sms")
    SMS,
    @JsonProperty("messenger")
    MESSENGER,
    @JsonProperty("chat")
    CHAT,
    @JsonProperty("callback")
    CALLBACK,
    @JsonProperty("kiosk")
    KIOSK,
    @JsonProperty("complaint-book")
    COMPLAINT_BOOK,
    @JsonProperty("survey")
    SURVEY,
    @JsonProperty("comment")
    COMMENT,
    @JsonProperty("outbound-call")
    OUTBOUND_CALL,
    @JsonProperty("community")
    COMMUNITY,
    @JsonProperty("visit")
    VISIT;

    /** As it is written on the wire, in addresses and in the database. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The channel that an address below {@code /v1/channels/} leads to: {@code messenger/telegram} leads to {@link #MESSENGER}.
     *
     * @throws IllegalArgumentException if it leads to none
     */
    public static Channel named(String address) {
        int slash = address.indexOf('/');
        String name = slash < 0 ? address : address.substring(0, slash);
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
