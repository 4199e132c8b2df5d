package org.feedbackloop.routing.language;

/**
 * Tells what is no word though it has letters: the address of a page, a mailbox or a file, an account's name, a code, a model's
 * number.
 */
final class Addresses {

    private Addresses() {}

    /** @param end the first character that no longer belongs to it */
    static boolean isAddress(String text, int start, int end) {
        boolean digit = false;
        boolean latin = false;
        boolean maybeHost = text.startsWith("www.", start);
        for (int at = start; at < end; at++) {
            char c = text.charAt(at);
            if (c == '@' || c == '_' || c == '\\' || (c == ':' && text.startsWith("//", at + 1))) {
                return true;
            }
            if (c == '.' && isBetweenLetters(text, start, at, end)) {
                // People leave out the gap after a full stop, so a dot alone makes no host.
                if (maybeHost || isTopLevel(text, at + 1)) {
                    return true;
                }
                maybeHost = true;
            }
            if (c == '/' && maybeHost) {
                return true;
            }
            digit |= c >= '0' && c <= '9';
            latin |= isLatin(c);
        }
        return digit && latin;
    }

    private static boolean isBetweenLetters(String text, int start, int dot, int end) {
        return dot > start && dot + 1 < end && isLatin(text.charAt(dot - 1)) && isLatin(text.charAt(dot + 1));
    }

    private static boolean isTopLevel(String text, int at) {
        return text.startsWith("com", at) || text.startsWith("org", at) || text.startsWith("net", at);
    }

    private static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
