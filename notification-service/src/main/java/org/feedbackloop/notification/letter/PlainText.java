package org.feedbackloop.notification.letter;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** What people typed, made fit to stand in a letter of ours. */
final class PlainText {

    private static final Pattern LINE_ENDS = Pattern.compile("\\R");
    private static final Pattern BLANK_LINES = Pattern.compile("\\n\\s*\\n");

    /**
     * Control characters, and those that turn the direction of what follows and could make our own words read otherwise.
     * Joiners, which Persian, Hindi and emoji need, stay.
     */
    private static final Pattern UNFIT =
            Pattern.compile("[\\p{Cc}\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069&&[^\\n\\t]]");

    /** Letters and what stands between them in names: neither an address of a web page nor a sentence. */
    private static final Pattern NAME =
            Pattern.compile("[\\p{L}\\p{M}\\u200C]+(\\.?[ '’-]+[\\p{L}\\p{M}\\u200C]+)*\\.?");

    private static final int LONGEST_NAME = 60;

    private PlainText() {}

    /** The lines of a text, without empty ones before its first and after its last word. */
    static List<String> lines(String text) {
        return fit(text).lines().map(String::stripTrailing).toList();
    }

    /** The paragraphs of a text; a paragraph may have several lines. */
    static List<String> paragraphs(String text) {
        return Arrays.stream(BLANK_LINES.split(fit(text)))
                .filter(paragraph -> !paragraph.isBlank())
                .toList();
    }

    /**
     * Whether one can be greeted by this. What a stranger typed into a form as name goes to the address they typed as
     * theirs: it must not become a way to send somebody else a message under our name.
     */
    static boolean isName(String text) {
        return text.length() <= LONGEST_NAME && NAME.matcher(text).matches();
    }

    private static String fit(String text) {
        return UNFIT.matcher(LINE_ENDS.matcher(text).replaceAll("\n"))
                .replaceAll("")
                .strip();
    }
}
