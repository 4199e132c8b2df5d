package org.feedbackloop.delivery;

import org.feedbackloop.event.EventId;

/** The broker has not acknowledged an event within the limit. It may have it all the same: try again with the same id. */
public final class BrokerUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokerUnavailable(EventId event, String topic, Throwable cause) {
        super("event " + event + " was not acknowledged on " + topic, cause);
    }
}
