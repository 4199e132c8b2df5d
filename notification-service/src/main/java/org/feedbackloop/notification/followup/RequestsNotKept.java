package org.feedbackloop.notification.followup;

import java.sql.SQLException;

/** The database did not take a batch of requests: none of them has had any effect. */
final class RequestsNotKept extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RequestsNotKept(int requests, SQLException cause) {
        super(requests + " requests were not kept", cause);
    }
}
