package org.feedbackloop.routing.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The rules as their author wrote them, comments and all, and as they are understood.
 *
 * @param version the author's name for it and the beginning of its SHA-256: an edition that was changed without a new name
 *     is another version all the same
 */
public record RulesDocument(String text, String version, Rules rules) {

    /** @throws RulesRefused if anything is wrong with it */
    public static RulesDocument parse(String yaml) {
        Rules rules = RulesReader.read(yaml);
        return new RulesDocument(yaml, rules.name() + "-" + digest(yaml), rules);
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(hash, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
