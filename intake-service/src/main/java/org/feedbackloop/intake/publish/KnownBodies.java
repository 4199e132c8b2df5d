package org.feedbackloop.intake.publish;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import org.feedbackloop.event.EventId;

/**
 * Remembers which body an Idempotency-Key was used for, so that a caller whose keys are not unique is told.
 *
 * <p>A help and no promise: each replica remembers what it saw itself, up to a number and a time. What makes retries safe
 * is that the event's id follows from the key alone.
 */
public final class KnownBodies {

    private static final int MOST = 50_000;
    private static final Duration LONGEST = Duration.ofHours(24);

    private final Cache<EventId, byte[]> hashes =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LONGEST).build();

    /** False if the event was named by the same key before, with another body. */
    boolean isFirstOrSame(EventId id, byte[] body) {
        byte[] hash = sha256(body);
        byte[] known = hashes.asMap().putIfAbsent(id, hash);
        return known == null || Arrays.equals(known, hash);
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
