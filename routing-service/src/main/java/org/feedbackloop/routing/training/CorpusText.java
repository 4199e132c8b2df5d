package org.feedbackloop.routing.training;

import java.util.Optional;
import java.util.regex.Pattern;
import org.feedbackloop.event.v1.About;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.routing.language.Language;
import org.feedbackloop.routing.reading.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A text of the corpus, with what it is.
 *
 * @param part the file it stands in, which is what one writer wrote, and begins with the language
 * @param also its secondary type, if it has one
 */
record CorpusText(
        String part,
        Language language,
        FeedbackType type,
        @Nullable FeedbackType also,
        String text) {

    private static final Pattern TAB = Pattern.compile("\t");
    private static final String NONE = "-";

    /** @throws IllegalArgumentException if it is no line of a corpus */
    static CorpusText parse(String part, String line) {
        String[] columns = TAB.split(line, -1);
        if (columns.length != 3) {
            throw new IllegalArgumentException("a line has three columns, not " + columns.length);
        }
        FeedbackType type = type(columns[0]);
        FeedbackType also = columns[1].equals(NONE) ? null : type(columns[1]);
        if (type == also) {
            throw new IllegalArgumentException("what it is, and what it is besides, are the same");
        }
        if (columns[2].isBlank()) {
            throw new IllegalArgumentException("there is no text");
        }
        return new CorpusText(part, language(part), type, also, columns[2].replace("\\n", "\n"));
    }

    private static Language language(String part) {
        int end = part.indexOf('-');
        return Language.ofTag(end < 0 ? part : part.substring(0, end));
    }

    String line() {
        return type.wireName()
                + '\t'
                + Optional.ofNullable(also).map(FeedbackType::wireName).orElse(NONE)
                + '\t'
                + text.replace('\t', ' ').replace("\r", "").replace("\n", "\\n");
    }

    Statement statement() {
        return Statement.of(null, text, null, null, null, About.NOTHING, null);
    }

    private static FeedbackType type(String name) {
        for (FeedbackType type : FeedbackType.values()) {
            if (type.wireName().equals(name)) {
                return type;
            }
        }
        throw new IllegalArgumentException("there is no type " + name);
    }
}
