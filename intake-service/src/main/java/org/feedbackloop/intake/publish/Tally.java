package org.feedbackloop.intake.publish;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.intake.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Counts what became of what came in: {@code intake.accepted} by channel, {@code intake.rejected} (the sender was told) and
 * {@code intake.set.aside} (kept on {@code feedback.rejected.v1}) by channel and reason. {@code intake.acknowledgement} tells
 * how long the broker took.
 */
public final class Tally {

    private final MeterRegistry meters;
    private final Map<Channel, Counter> accepted = new ConcurrentHashMap<>();
    private final Timer acknowledgement;

    public Tally(MeterRegistry meters) {
        this.meters = meters;
        this.acknowledgement = Timer.builder("intake.acknowledgement")
                .description("From handing an event to the broker's client to its acknowledgement")
                .publishPercentileHistogram()
                .register(meters);
    }

    void accepted(Channel channel) {
        accepted.computeIfAbsent(channel, first -> meters.counter("intake.accepted", "channel", first.wireName()))
                .increment();
    }

    void acknowledged(long nanos) {
        acknowledgement.record(nanos, TimeUnit.NANOSECONDS);
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
