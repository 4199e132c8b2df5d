package org.feedbackloop.intake.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The SHA-256 of an API key. Keys are long and random, so that a plain hash is enough; and as the hash is looked up, how
 * long the look-up takes tells nothing of a key.
 */
public record KeyHash(String hex) {

    public KeyHash {
        if (hex.length() != 64) {
            throw new IllegalArgumentException("the SHA-256 of a key has 64 hex digits");
        }
    }

    /** @throws IllegalArgumentException if the text is not 64 hex digits */
    public static KeyHash parse(String hex) {
        return new KeyHash(HexFormat.of().formatHex(HexFormat.of().parseHex(hex)));
    }

    public static KeyHash of(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8));
            return new KeyHash(HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
