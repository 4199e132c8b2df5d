package org.feedbackloop.intake.channel.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.Locale;

/**
 * Decodes the encoded words of RFC 2047, as in {@code =?utf-8?Q?Sch=C3=B6n?=}. Ours because mailers cut words in the middle of
 * a character, which shows only when neighbours are put together as bytes, and because charsets are {@link Charsets}' matter.
 */
final class EncodedWords {

    /** RFC 2047 allows 75; mailers write whole subjects into one. */
    private static final int LONGEST_WORD = 2_000;

    private final String header;
    private final StringBuilder decoded = new StringBuilder();
    private final ByteArrayOutputStream run = new ByteArrayOutputStream();
    private String runCharset = "";

    private EncodedWords(String header) {
        this.header = header;
    }

    /** What is no sound encoded word stays as it is. */
    static String decode(String header) {
        return header.contains("=?") ? new EncodedWords(header).decode() : header;
    }

    private String decode() {
        int done = 0;
        int start = header.indexOf("=?");
        while (start >= 0) {
            int charsetEnd = mark(start + 2);
            int textStart = charsetEnd + 3;
            int end = isWordHead(charsetEnd) ? end(textStart) : -1;
            if (end < 0 || !append(start, charsetEnd, textStart, end, done)) {
                start = header.indexOf("=?", start + 2);
                continue;
            }
            done = end + 2;
            start = header.indexOf("=?", done);
        }
        endRun();
        return decoded.append(header, done, header.length()).toString();
    }

    /** The question mark after the charset: it comes soon, or not at all. */
    private int mark(int from) {
        int mark = header.indexOf('?', from);
        return mark - from > 40 ? -1 : mark;
    }

    /** Looked for no further than a word may be long: a header of many beginnings and no end is gone over once, not once each. */
    private int end(int textStart) {
        int last = Math.min(header.length() - 2, textStart + LONGEST_WORD);
        for (int i = textStart; i <= last; i++) {
            if (header.charAt(i) == '?' && header.charAt(i + 1) == '=') {
                return i;
            }
        }
        return -1;
    }

    private boolean isWordHead(int charsetEnd) {
        return charsetEnd > 0 && charsetEnd + 2 < header.length() && header.charAt(charsetEnd + 2) == '?';
    }

    private boolean append(int start, int charsetEnd, int textStart, int end, int done) {
        byte[] bytes;
        String text = header.substring(textStart, end);
        switch (header.charAt(charsetEnd + 1)) {
            case 'Q', 'q' -> bytes = quoted(text);
            case 'B', 'b' -> bytes = base64(text);
            default -> {
                return false;
            }
        }
        String between = header.substring(done, start);
        String charset = charset(start, charsetEnd);
        if (!between.isBlank() || !charset.equals(runCharset)) {
            endRun();
            // The space between two words is there for their sake alone.
            decoded.append(between.isBlank() && done > 0 ? "" : between);
            runCharset = charset;
        }
        run.writeBytes(bytes);
        return true;
    }

    /** Without the language that RFC 2231 lets stand behind an asterisk. */
    private String charset(int start, int charsetEnd) {
        String name = header.substring(start + 2, charsetEnd).toLowerCase(Locale.ROOT);
        int asterisk = name.indexOf('*');
        return asterisk < 0 ? name : name.substring(0, asterisk);
    }

    private void endRun() {
        if (run.size() > 0) {
            decoded.append(Charsets.decode(run.toByteArray(), runCharset));
            run.reset();
        }
        runCharset = "";
    }

    private static byte[] quoted(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        byte[] raw = text.getBytes(ISO_8859_1);
        for (int i = 0; i < raw.length; i++) {
            int high = raw[i] == '=' && i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(raw[i + 2], 16);
            if (low >= 0) {
                bytes.write(16 * high + low);
                i += 2;
            } else {
                bytes.write(raw[i] == '_' ? ' ' : raw[i]);
            }
        }
        return bytes.toByteArray();
    }

    /** The lenient decoder passes over spaces; padding that is missing or doubled is ours to mend. */
    private static byte[] base64(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || c == '+' || c == '/')) {
                digits.append(c);
            }
        }
        if (digits.length() % 4 == 1) {
            digits.setLength(digits.length() - 1);
        }
        return Base64.getDecoder().decode(digits.toString());
    }
}
