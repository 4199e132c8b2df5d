package org.feedbackloop.routing.type;

import java.util.ArrayList;
import java.util.List;
import org.feedbackloop.routing.reading.Statement;

/**
 * The sentences of a text, each as a statement of its own. Who complains and asks mostly does so in two sentences, of which the
 * longer one drowns the other when both are read as one.
 */
public final class Sentences {

    /** Who has not said what they want by then does not say it in one sentence. */
    private static final int MOST = 100;

    private Sentences() {}

    /** Those of two words and more, the first hundred; none where a text is one sentence. */
    public static List<Statement> of(String text) {
        List<Statement> sentences = new ArrayList<>();
        int start = 0;
        for (int at = 0; at < text.length() && sentences.size() < MOST; at++) {
            if (isEnd(text.charAt(at)) && (at + 1 == text.length() || !isEnd(text.charAt(at + 1)))) {
                add(text.substring(start, at + 1), sentences);
                start = at + 1;
            }
        }
        if (sentences.size() < MOST) {
            add(text.substring(start), sentences);
        }
        return sentences.size() < 2 ? List.of() : sentences;
    }

    private static void add(String sentence, List<Statement> sentences) {
        String stripped = sentence.strip();
        if (stripped.indexOf(' ') > 0) {
            sentences.add(Statement.ofText(stripped));
        }
    }

    private static boolean isEnd(char c) {
        return switch (c) {
            case '.', '!', '?', '\n', '…', '؟', '।' -> true;
            default -> false;
        };
    }
}
