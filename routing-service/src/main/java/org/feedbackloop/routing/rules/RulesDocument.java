package org.feedbackloop.routing.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.feedbackloop.routing.rules.RulesRefused.Problem;

/**
 * The rules as their author wrote them, comments and all, and as they are understood.
 *
 * @param version the author's name for it and the beginning of its SHA-256: an edition that was changed without a new name
 *     is another version all the same
 */
public record RulesDocument(String text, String version, Rules rules) {

    /** A broker takes a record of a megabyte, and a document may double on its way into JSON. */
    public static final int MAX_BYTES = 500_000;

    /** @throws RulesRefused if anything is wrong with it */
    public static RulesDocument parse(String yaml) {
        byte[] bytes = yaml.getBytes(UTF_8);
        if (bytes.length > MAX_BYTES) {
            throw new RulesRefused(List.of(new Problem(1, "", "is longer than " + MAX_BYTES + " bytes")));
        }
        Rules rules = RulesReader.read(yaml);
        return new RulesDocument(yaml, rules.name() + "-" + digest(bytes), rules);
    }

    /**
     * A document as it came over the wire.
     *
     * @throws RulesRefused if anything is wrong with it
     */
    public static RulesDocument parse(byte[] utf8) {
        CharsetDecoder decoder = UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(utf8);
        CharBuffer out = CharBuffer.allocate(utf8.length);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            String reason = String.format("not UTF-8: the byte 0x%02X means nothing there", utf8[in.position()]);
            throw new RulesRefused(List.of(new Problem(lineAt(in.position(), utf8), "", reason)));
        }
        return parse(out.flip().toString());
    }

    private static int lineAt(int position, byte[] utf8) {
        int line = 1;
        for (int at = 0; at < position; at++) {
            if (utf8[at] == '\n') {
                line++;
            }
        }
        return line;
    }

    private static String digest(byte[] text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
            return HexFormat.of().formatHex(hash, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
