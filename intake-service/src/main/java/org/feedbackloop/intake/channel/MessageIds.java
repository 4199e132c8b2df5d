package org.feedbackloop.intake.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/** Names messages by what their providers call them. */
public final class MessageIds {

    /** What is longer would be cut, and two that are cut may be one. */
    private static final int LONGEST = 200;

    private MessageIds() {}

    /** The same for the same parts, and no longer than a message id may be; null if a part is missing or empty. */
    public static @Nullable String of(@Nullable String... parts) {
        for (String part : parts) {
            if (part == null || part.isBlank()) {
                return null;
            }
        }
        String joined = String.join(":", parts);
        return joined.length() <= LONGEST ? joined : "sha256:" + Signatures.sha256Hex(joined.getBytes(UTF_8));
    }
}
