package org.feedbackloop.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff(List.of(Duration.ofSeconds(2), Duration.ofHours(1)));

    @Test
    void each_attempt_is_followed_by_its_own_pause() {
        assertThat(backoff.after(1)).contains(Duration.ofSeconds(2));
        assertThat(backoff.after(2)).contains(Duration.ofHours(1));
    }

    @Test
    void after_the_last_one_there_is_no_more() {
        assertThat(backoff.after(3)).isEmpty();
    }
}
