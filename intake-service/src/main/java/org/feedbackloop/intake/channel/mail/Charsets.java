package org.feedbackloop.intake.channel.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns bytes into text. The charset that is declared is a hint: mailers leave it out, misspell it, and declare one while they
 * write another. Text that is valid UTF-8 by chance is as good as impossible, so UTF-8 is taken for what it is wherever a
 * charset of one byte a character was declared, or none.
 */
final class Charsets {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final char REPLACEMENT = '\uFFFD';

    /** Names that mailers use and Java does not know, or knows more narrowly than what is written under them. */
    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("us-ascii", "windows-1252"),
            Map.entry("ascii", "windows-1252"),
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("iso-8859-8-i", "iso-8859-8"),
            Map.entry("iso-8859-6-i", "iso-8859-6"),
            Map.entry("ks_c_5601-1987", "x-windows-949"),
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("gb2312", "gb18030"),
            Map.entry("gbk", "gb18030"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("shift-jis", "windows-31j"),
            Map.entry("x-sjis", "windows-31j"),
            Map.entry("utf8", "utf-8"));

    /** By every name. Java looks long for one that it does not have, and a mail can have a hundred thousand of those. */
    private static final Map<String, Charset> KNOWN = known();

    private Charsets() {}

    /** @param declared as it stands in a header, or null */
    static String decode(byte[] bytes, @Nullable String declared) {
        Optional<Charset> known = named(declared);
        if (known.isPresent() && !known.get().equals(UTF_8) && !isOfOneByte(known.get())) {
            return new String(bytes, known.get());
        }
        if (isIso2022(bytes)) {
            return new String(bytes, Charset.forName("iso-2022-jp"));
        }
        String utf8 = strictUtf8(bytes);
        if (utf8 != null) {
            return utf8;
        }
        if (known.isPresent() && !known.get().equals(UTF_8)) {
            return new String(bytes, known.get());
        }
        String damaged = new String(bytes, UTF_8);
        return isMostlySound(damaged) ? damaged : new String(bytes, guess(bytes));
    }

    private static Optional<Charset> named(@Nullable String declared) {
        if (declared == null) {
            return Optional.empty();
        }
        String name = declared.strip().toLowerCase(Locale.ROOT);
        return Optional.ofNullable(KNOWN.get(MEANT.getOrDefault(name, name)));
    }

    private static Map<String, Charset> known() {
        Map<String, Charset> known = new HashMap<>();
        for (Charset charset : Charset.availableCharsets().values()) {
            charset.aliases().forEach(alias -> known.put(alias.toLowerCase(Locale.ROOT), charset));
        }
        // A name of its own goes before an alias of another.
        Charset.availableCharsets().forEach((name, charset) -> known.put(name.toLowerCase(Locale.ROOT), charset));
        return Map.copyOf(known);
    }

    private static boolean isOfOneByte(Charset charset) {
        return charset.equals(US_ASCII)
                || charset.equals(ISO_8859_1)
                || charset.name().startsWith("windows-125")
                || charset.name().startsWith("ISO-8859")
                || charset.name().startsWith("KOI8")
                || charset.name().startsWith("IBM");
    }

    /** Seven bits throughout, with the escapes that switch to Japanese and Korean letters. */
    private static boolean isIso2022(byte[] bytes) {
        boolean escapes = false;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] < 0) {
                return false;
            }
            escapes |= bytes[i] == 0x1b && i + 1 < bytes.length && bytes[i + 1] == '$';
        }
        return escapes;
    }

    private static @Nullable String strictUtf8(byte[] bytes) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** UTF-8 that was cut in the middle of a character, or damaged here and there on its way. */
    private static boolean isMostlySound(String decoded) {
        long replaced = decoded.chars().filter(c -> c == REPLACEMENT).count();
        long sound = decoded.chars().filter(c -> c > 0x7f && c != REPLACEMENT).count();
        return sound > 3 * replaced;
    }

    /**
     * In Cyrillic text most letters are beyond ASCII, and small: where those stand tells the two common charsets apart. In
     * all else that is written without a charset they are the exception.
     */
    private static Charset guess(byte[] bytes) {
        int ascii = 0;
        int fromC0 = 0;
        int fromE0 = 0;
        for (byte one : bytes) {
            int b = one & 0xff;
            if (b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z') {
                ascii++;
            } else if (b >= 0xe0) {
                fromE0++;
            } else if (b >= 0xc0) {
                fromC0++;
            }
        }
        if (fromC0 + fromE0 <= ascii) {
            return WINDOWS_1252;
        }
        return Charset.forName(fromE0 >= fromC0 ? "windows-1251" : "koi8-r");
    }
}
