package org.feedbackloop.intake.channel;

import java.time.Instant;
import org.feedbackloop.intake.access.Integration;
import org.jspecify.annotations.Nullable;

/**
 * What came in at the door, as it came.
 *
 * @param body owned by the request: not to be changed
 * @param integration who brought it, already checked
 */
public record RawRequest(Headers headers, byte[] body, Integration integration, Instant receivedAt) {

    /** The headers of a request; names without regard to case. */
    @FunctionalInterface
    public interface Headers {

        @Nullable
        String first(String name);
    }

    /** One of several that came in one body. */
    public RawRequest withBody(byte[] newBody) {
        return new RawRequest(headers, newBody, integration, receivedAt);
    }
}
