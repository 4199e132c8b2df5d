package org.feedbackloop.intake.publish;

import io.micrometer.core.instrument.MeterRegistry;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.intake.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Counts what became of what came in: {@code intake.accepted} by channel, {@code intake.rejected} (the sender was told) and
 * {@code intake.set.aside} (kept on {@code feedback.rejected.v1}) by channel and reason.
 */
public final class Tally {

    private final MeterRegistry meters;

    public Tally(MeterRegistry meters) {
        this.meters = meters;
    }

    void accepted(Channel channel) {
        meters.counter("intake.accepted", "channel", channel.wireName()).increment();
    }

    void setAside(Channel channel, String reason) {
        meters.counter("intake.set.aside", "channel", channel.wireName(), "reason", reason)
                .increment();
    }

    /** @param channel null where the body did not get us so far as to know */
    void rejected(@Nullable Channel channel, Problem problem) {
        String name = channel == null ? "unknown" : channel.wireName();
        meters.counter(
                        "intake.rejected",
                        "channel",
                        name,
                        "reason",
                        problem.kind().wireName())
                .increment();
    }
}
