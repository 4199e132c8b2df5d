package org.feedbackloop.notification.mail;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long to wait after each attempt that failed. Needs no jitter: however many follow-ups become due together, the
 * senders take them one at a time.
 */
record Backoff(List<Duration> pauses) {

    Backoff {
        pauses = List.copyOf(pauses);
    }

    /**
     * Nothing if that was the last attempt.
     *
     * @param attempt counts from 1
     */
    Optional<Duration> after(int attempt) {
        return attempt <= pauses.size() ? Optional.of(pauses.get(attempt - 1)) : Optional.empty();
    }
}
