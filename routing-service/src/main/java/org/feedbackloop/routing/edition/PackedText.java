package org.feedbackloop.routing.edition;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** A text that is kept and hardly ever read: every edition stays in memory, and most are much like the one before. */
final class PackedText {

    private final byte[] packed;
    private final int length;

    private PackedText(byte[] packed, int length) {
        this.packed = packed;
        this.length = length;
    }

    static PackedText of(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        // Never longer than this, even of what cannot be packed.
        byte[] packed = new byte[bytes.length + bytes.length / 100 + 64];
        Deflater deflater = new Deflater();
        try {
            deflater.setInput(bytes);
            deflater.finish();
            return new PackedText(Arrays.copyOf(packed, deflater.deflate(packed)), bytes.length);
        } finally {
            deflater.end();
        }
    }

    String text() {
        byte[] bytes = new byte[length];
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed);
            for (int filled = 0; filled < length; ) {
                filled += inflater.inflate(bytes, filled, length - filled);
            }
            return new String(bytes, UTF_8);
        } catch (DataFormatException e) {
            throw new IllegalStateException("what was packed here cannot be unpacked", e);
        } finally {
            inflater.end();
        }
    }
}
