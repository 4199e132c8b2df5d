package org.feedbackloop.intake.channel.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Somebody that a mail is from or to. Redacts itself when printed.
 *
 * @param name as the mail shows it
 * @param address in lower case; not yet known to be a sound one
 */
record Correspondent(@Nullable String name, String address) {

    /** Who needs more has no business with us. */
    private static final int MOST = 50;

    private static final int LONGEST_HEADER = 10_000;

    /**
     * Everybody that a header names. Takes letters of any script where RFC 5322 has ASCII: providers hand over headers that
     * they have decoded, and so do mailers.
     */
    static List<Correspondent> parse(String header) {
        return new Reader(header.substring(0, Math.min(header.length(), LONGEST_HEADER))).all();
    }

    boolean isSameAs(Correspondent other) {
        return address.equals(other.address);
    }

    @Override
    public String toString() {
        return "Correspondent[...]";
    }

    /** Goes over a header once, character by character. */
    private static final class Reader {

        private final String header;
        private final List<Correspondent> found = new ArrayList<>();
        private final StringBuilder words = new StringBuilder();
        private final StringBuilder comment = new StringBuilder();
        private @Nullable String bracketed;

        Reader(String header) {
            this.header = header;
        }

        List<Correspondent> all() {
            int i = 0;
            while (i < header.length() && found.size() < MOST) {
                char c = header.charAt(i);
                switch (c) {
                    case '"' -> i = quoted(i + 1);
                    case '(' -> i = commented(i + 1);
                    case '<' -> i = bracketed(i + 1);
                    case ',', ';' -> {
                        end();
                        i++;
                    }
                    case ':' -> {
                        // The name of a group; its members follow.
                        words.setLength(0);
                        i++;
                    }
                    default -> {
                        words.append(c);
                        i++;
                    }
                }
            }
            end();
            return found;
        }

        private int quoted(int start) {
            int i = start;
            while (i < header.length() && header.charAt(i) != '"') {
                if (header.charAt(i) == '\\' && i + 1 < header.length()) {
                    i++;
                }
                words.append(header.charAt(i++));
            }
            return i + 1;
        }

        private int commented(int start) {
            int depth = 1;
            int i = start;
            while (i < header.length()) {
                char c = header.charAt(i++);
                if (c == '\\' && i < header.length()) {
                    comment.append(header.charAt(i++));
                    continue;
                }
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                if (depth == 0) {
                    break;
                }
                comment.append(c);
            }
            return i;
        }

        private int bracketed(int start) {
            StringBuilder inside = new StringBuilder();
            int i = start;
            while (i < header.length() && header.charAt(i) != '>') {
                if (header.charAt(i) == '(') {
                    i = commented(i + 1);
                } else {
                    inside.append(header.charAt(i++));
                }
            }
            // A route before the address, of which RFC 822 dreamt.
            bracketed = inside.substring(inside.indexOf(":") + 1);
            return i + 1;
        }

        private void end() {
            String said = words.toString().strip();
            String address = bracketed == null ? said : bracketed.strip();
            String name = bracketed == null ? comment.toString().strip() : said;
            if (address.indexOf('@') > 0) {
                String shown = EncodedWords.decode(name).strip();
                found.add(new Correspondent(
                        shown.isEmpty() || shown.equalsIgnoreCase(address) ? null : shown,
                        address.replace(" ", "").toLowerCase(Locale.ROOT)));
            }
            words.setLength(0);
            comment.setLength(0);
            bracketed = null;
        }
    }
}
