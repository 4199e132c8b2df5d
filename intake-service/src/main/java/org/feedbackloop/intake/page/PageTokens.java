package org.feedbackloop.intake.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.feedbackloop.event.EventId;

/**
 * Tokens that go out with a page and come back with what was filled in. A token names the message, so that a second click or
 * a reload sends nothing more, and tells when the page was made, so that we need not remember.
 */
public final class PageTokens {

    private static final int UUID_BYTES = 16;

    private final Seal seal;
    private final Duration shortestFill;
    private final Duration longestOpen;

    /**
     * @param shortestFill who sends a page sooner than this after it was made is no person
     * @param longestOpen a page that was made longer ago than this is sent again, with a new token
     */
    public PageTokens(String secret, Duration shortestFill, Duration longestOpen) {
        this.seal = new Seal(secret, "page");
        this.shortestFill = shortestFill;
        this.longestOpen = longestOpen;
    }

    /** @param page a token is good for this page alone */
    public String make(String page, Instant madeAt) {
        UUID id = EventId.random().value();
        byte[] name = page.getBytes(UTF_8);
        return seal.close(ByteBuffer.allocate(UUID_BYTES + Long.BYTES + name.length)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .putLong(madeAt.toEpochMilli())
                .put(name)
                .array());
    }

    /** For a page that comes back filled in: its visitor has nothing left to do but send it, which takes no time. */
    public String makeForFilled(String page, Instant now) {
        return make(page, now.minus(shortestFill));
    }

    /** Empty if we did not make this token for this page. */
    public Optional<PageToken> read(String page, String token, Instant now) {
        return seal.open(token).flatMap(content -> {
            byte[] name = page.getBytes(UTF_8);
            if (content.length != UUID_BYTES + Long.BYTES + name.length) {
                return Optional.empty();
            }
            ByteBuffer fields = ByteBuffer.wrap(content);
            EventId id = new EventId(new UUID(fields.getLong(), fields.getLong()));
            Duration age = Duration.between(Instant.ofEpochMilli(fields.getLong()), now);
            return fields.equals(ByteBuffer.wrap(name))
                    ? Optional.of(new PageToken(id, age.compareTo(shortestFill) < 0, age.compareTo(longestOpen) > 0))
                    : Optional.empty();
        });
    }

    /**
     * A token of ours.
     *
     * @param id of the message that comes of the page
     * @param isTooQuick whether no person fills in a page so soon
     * @param isStale whether the page was open for too long
     */
    public record PageToken(EventId id, boolean isTooQuick, boolean isStale) {}
}
