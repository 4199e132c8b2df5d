package org.feedbackloop.intake.channel.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Tells what somebody wrote from what they quoted and from what their mailer put below it. Goes over the lines once, and keeps
 * every line: the fragments together are the text.
 *
 * <p>A quote is what stands behind {@code >}, and what stands below a line like <i>On Monday Ada wrote:</i> where the mailer
 * marks no lines; then all the rest is taken for it. In doubt a line is the writer's own: a quote too many is read by a
 * consultant, a complaint too few is not.
 */
final class ReplyCutter {

    /** Mailers break lines at about this length, and some forget the mark on what they broke off. */
    private static final int LENGTH_OF_BROKEN_LINE = 60;

    private final List<String> lines;
    private final List<Fragment> fragments = new ArrayList<>();
    private final List<String> blanks = new ArrayList<>();
    private List<String> current = new ArrayList<>();
    private Fragment.Kind kind = Fragment.Kind.WORDS;

    private ReplyCutter(List<String> lines) {
        this.lines = lines;
    }

    static Reply cut(String text) {
        return new ReplyCutter(text.lines().toList()).cut();
    }

    /** All fragments of a text, in its order. */
    record Reply(List<Fragment> fragments) {

        Reply {
            fragments = List.copyOf(fragments);
        }

        /**
         * What the writer wrote. Where that is nothing, everything: they passed a mail on, or wrote below their signature.
         */
        String words() {
            String words = fragments.stream()
                    .filter(fragment -> !fragment.isHidden())
                    .map(fragment -> fragment.text().strip())
                    .collect(Collectors.joining("\n\n"))
                    .strip();
            return words.isEmpty() ? fragments.stream().map(Fragment::text).collect(Collectors.joining("\n")) : words;
        }

        boolean isCut() {
            return fragments.stream().anyMatch(fragment -> fragment.isQuoted() || fragment.isSignature())
                    && fragments.stream().anyMatch(fragment -> !fragment.isHidden());
        }
    }

    /** Lines that belong together. */
    record Fragment(Kind kind, String text) {

        enum Kind {
            WORDS,
            QUOTE,
            SIGNATURE
        }

        boolean isQuoted() {
            return kind == Kind.QUOTE;
        }

        boolean isSignature() {
            return kind == Kind.SIGNATURE;
        }

        /** Whether it is of no interest to who wants the writer's words. */
        boolean isHidden() {
            return kind != Kind.WORDS || text.isBlank();
        }

        @Override
        public String toString() {
            return "Fragment[" + kind + ", " + text.length() + " characters]";
        }
    }

    private Reply cut() {
        int i = 0;
        while (i < lines.size()) {
            i += take(i);
        }
        keepBlanks();
        finish();
        return new Reply(fragments);
    }

    /** How many lines were taken. */
    private int take(int i) {
        String line = lines.get(i);
        if (line.isBlank()) {
            blanks.add(line);
            return 1;
        }
        if (isMarked(line) || isBrokenOff(i)) {
            continueAs(Fragment.Kind.QUOTE, line);
            return 1;
        }
        int header = QuoteHeader.lengthAt(lines, i);
        if (header > 0) {
            boolean marksFollow = isMarked(nextLine(i + header));
            int taken = marksFollow ? header : lines.size() - i;
            begin(Fragment.Kind.QUOTE);
            current.addAll(lines.subList(i, i + taken));
            return taken;
        }
        if (kind == Fragment.Kind.SIGNATURE) {
            continueAs(Fragment.Kind.SIGNATURE, line);
        } else if (SignOff.beginsAt(lines, i)) {
            begin(Fragment.Kind.SIGNATURE);
            current.add(line);
        } else {
            continueAs(Fragment.Kind.WORDS, line);
        }
        return 1;
    }

    static boolean isMarked(String line) {
        int i = 0;
        while (i < line.length() && line.charAt(i) == ' ') {
            i++;
        }
        return i < line.length() && line.charAt(i) == '>';
    }

    /** The end of a quoted line between two that bear the mark. */
    private boolean isBrokenOff(int i) {
        return kind == Fragment.Kind.QUOTE
                && blanks.isEmpty()
                && !current.isEmpty()
                && isMarked(current.get(current.size() - 1))
                && current.get(current.size() - 1).length() >= LENGTH_OF_BROKEN_LINE
                && i + 1 < lines.size()
                && isMarked(lines.get(i + 1));
    }

    private String nextLine(int from) {
        int i = from;
        while (i < lines.size() && lines.get(i).isBlank()) {
            i++;
        }
        return i < lines.size() ? lines.get(i) : "";
    }

    private void continueAs(Fragment.Kind wanted, String line) {
        if (kind == wanted) {
            keepBlanks();
        } else {
            begin(wanted);
        }
        current.add(line);
    }

    /** Empty lines below a quote are the writer's, and those below the writer's words too. */
    private void begin(Fragment.Kind next) {
        if (kind == Fragment.Kind.QUOTE && !blanks.isEmpty()) {
            finish();
            kind = Fragment.Kind.WORDS;
        }
        if (kind != next || next != Fragment.Kind.WORDS) {
            keepBlanks();
            finish();
        }
        keepBlanks();
        kind = next;
    }

    private void keepBlanks() {
        current.addAll(blanks);
        blanks.clear();
    }

    private void finish() {
        if (!current.isEmpty()) {
            fragments.add(new Fragment(kind, text(current)));
            current = new ArrayList<>();
        }
    }

    /** Without the empty lines at its beginning. */
    private static String text(List<String> lines) {
        int first = 0;
        while (first < lines.size() - 1 && lines.get(first).isBlank()) {
            first++;
        }
        return String.join("\n", lines.subList(first, lines.size()));
    }
}
