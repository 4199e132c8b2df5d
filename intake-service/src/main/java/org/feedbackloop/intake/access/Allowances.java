package org.feedbackloop.intake.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.feedbackloop.intake.problem.Problem;
import org.feedbackloop.intake.problem.Problem.Kind;
import org.feedbackloop.intake.problem.Refusal;

/**
 * Lets in as much of everybody as their rate says, by a token bucket for each.
 *
 * <p>Each replica counts for itself: with three replicas up to three times as much comes in. That is enough to keep one
 * sender from crowding out the others, which is what this is for.
 */
public final class Allowances {

    /** Whoever has not been seen for this long has a full bucket again with any sensible rate, so it may be forgotten. */
    private static final Duration MEMORY = Duration.ofMinutes(10);

    private static final int MOST_REMEMBERED = 100_000;

    private final Cache<Sender, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterAccess(MEMORY)
            .build();
    private final TimeMeter time;

    public Allowances() {
        this(TimeMeter.SYSTEM_NANOTIME);
    }

    Allowances(TimeMeter time) {
        this.time = time;
    }

    /**
     * Takes so many pieces off what the sender may still bring. More than a whole burst comes in when a burst may: else it
     * could never come in. It is owed then, and nothing else comes in until the rate has paid for it.
     *
     * @throws Refusal if that is more than they may bring now; it says when they may
     */
    public void take(String name, Rate rate, int pieces) {
        take(new Sender(name, rate), pieces);
    }

    void take(Sender sender, int pieces) {
        Bucket bucket = buckets.get(sender, this::bucket);
        long admitted = Math.min(pieces, sender.rate().burst());
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(admitted);
        if (!probe.isConsumed()) {
            throw refusal(sender.rate(), probe);
        }
        if (pieces > admitted) {
            bucket.consumeIgnoringRateLimits(pieces - admitted);
        }
    }

    private Bucket bucket(Sender sender) {
        Rate rate = sender.rate();
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(rate.burst()).refillGreedy(rate.pieces(), rate.span()))
                .withCustomTimePrecision(time)
                .build();
    }

    private static Refusal refusal(Rate rate, ConsumptionProbe probe) {
        long seconds = 1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill());
        long window = Math.max(1, rate.span().toSeconds());
        return new Refusal(
                Problem.of(Kind.TOO_MANY, "Send it again after the time that Retry-After says. Nothing was kept."),
                Map.of(
                        "Retry-After",
                        Long.toString(seconds),
                        "RateLimit-Policy",
                        "\"default\";q=" + rate.pieces() + ";w=" + window,
                        "RateLimit",
                        "\"default\";r=" + probe.getRemainingTokens() + ";t=" + seconds));
    }

    /** @param name one for each that is counted by itself: a key and a page of the same name are two */
    record Sender(String name, Rate rate) {}
}
