package org.feedbackloop.routing.language;

import java.util.Locale;
import java.util.regex.Pattern;

/** A language by its two letters (ISO 639-1), or {@code und}. */
public record Language(String code) {

    private static final Pattern CODE = Pattern.compile("[a-z]{2}|und");

    public static final Language UNDETERMINED = new Language("und");

    public Language {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("a language has two lower-case letters");
        }
    }

    /** The language of a BCP 47 tag, whatever region and script it adds; {@code und} if it is no tag of two letters. */
    public static Language ofTag(String tag) {
        String code = tag.strip().split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
        return CODE.matcher(code).matches() ? new Language(code) : UNDETERMINED;
    }

    public boolean isDetermined() {
        return !equals(UNDETERMINED);
    }

    @Override
    public String toString() {
        return code;
    }
}
