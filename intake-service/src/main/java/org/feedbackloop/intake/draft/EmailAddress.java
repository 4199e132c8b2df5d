package org.feedbackloop.intake.draft;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;

/**
 * The normal form of e-mail addresses: lower case throughout, the domain in ASCII.
 *
 * <p>Takes what mail servers take in practice rather than all of RFC 5322: no quoted local parts, no comments, no address
 * literals. Written out rather than a regular expression: it runs for nearly every request.
 */
final class EmailAddress {

    private static final int MAX_LENGTH = 254;
    private static final int MAX_LOCAL = 64;

    private EmailAddress() {}

    /** Empty if the text is no e-mail address. */
    static Optional<String> normalised(String text) {
        int at = text.lastIndexOf('@');
        if (at < 1 || at > MAX_LOCAL || text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String local = text.substring(0, at);
        return ascii(text.substring(at + 1))
                .filter(domain -> isLocalPart(local) && isDomain(domain))
                .map(domain -> (local + '@' + domain).toLowerCase(Locale.ROOT));
    }

    private static Optional<String> ascii(String domain) {
        if (domain.chars().allMatch(c -> c < 0x80)) {
            return Optional.of(domain);
        }
        try {
            return Optional.of(IDN.toASCII(domain));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Letters of any script, digits and RFC 5322's marks, in pieces between single dots. */
    private static boolean isLocalPart(String local) {
        char previous = '.';
        for (int i = 0; i < local.length(); i++) {
            char c = local.charAt(i);
            boolean allowed = c == '.' ? previous != '.' : isAtom(c);
            if (!allowed) {
                return false;
            }
            previous = c;
        }
        return previous != '.';
    }

    private static boolean isAtom(char c) {
        return c < 0x80
                ? c >= 'a' && c <= 'z'
                        || c >= 'A' && c <= 'Z'
                        || c >= '0' && c <= '9'
                        || "!#$%&'*+-/=?^_`{|}~".indexOf(c) >= 0
                : Character.isLetterOrDigit(c);
    }

    /** Labels of letters, digits and inner hyphens, at least two; the last one is not a number. */
    private static boolean isDomain(String domain) {
        int start = 0;
        int labels = 0;
        for (int dot = domain.indexOf('.'); dot >= 0; dot = domain.indexOf('.', start)) {
            if (!isLabel(domain, start, dot)) {
                return false;
            }
            labels++;
            start = dot + 1;
        }
        return labels > 0 && isLabel(domain, start, domain.length()) && !isDigit(domain.charAt(start));
    }

    private static boolean isLabel(String domain, int start, int end) {
        if (end - start < 1 || end - start > 63 || domain.charAt(start) == '-' || domain.charAt(end - 1) == '-') {
            return false;
        }
        for (int i = start; i < end; i++) {
            char c = domain.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || isDigit(c) || c == '-')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
