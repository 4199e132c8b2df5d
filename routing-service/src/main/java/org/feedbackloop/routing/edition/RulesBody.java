package org.feedbackloop.routing.edition;

import org.feedbackloop.routing.problem.Problem;
import org.feedbackloop.routing.problem.Problem.Kind;
import org.feedbackloop.routing.problem.Refusal;
import org.feedbackloop.routing.rules.RulesDocument;
import org.feedbackloop.routing.rules.RulesRefused;
import org.jspecify.annotations.Nullable;

/** What callers send when they speak of rules. */
public final class RulesBody {

    public static final String YAML = "application/yaml";
    public static final String X_YAML = "application/x-yaml";
    public static final String TEXT_YAML = "text/yaml";

    private static final int LONGEST_AUTHOR = 100;
    private static final int LONGEST_NOTE = 1_000;

    private RulesBody() {}

    /**
     * @throws Refusal if the body is too long
     * @throws RulesRefused if anything is wrong with it
     */
    public static RulesDocument document(byte @Nullable [] body) {
        byte[] given = body == null ? new byte[0] : body;
        if (given.length > RulesDocument.MAX_BYTES) {
            throw new Refusal(
                    Problem.of(Kind.TOO_LARGE, "A rules document has at most " + RulesDocument.MAX_BYTES + " bytes."));
        }
        return RulesDocument.parse(given);
    }

    /** Whom the caller names, and always whose key it was: a name is what anybody says, and this is kept for ever. */
    static String author(@Nullable String given, String writer) {
        String author = line("author", given, LONGEST_AUTHOR);
        return author == null ? writer : author + " (" + writer + ")";
    }

    static @Nullable String note(@Nullable String given) {
        return line("note", given, LONGEST_NOTE);
    }

    private static @Nullable String line(String name, @Nullable String given, int longest) {
        if (given == null || given.isBlank()) {
            return null;
        }
        if (given.length() > longest || given.chars().anyMatch(Character::isISOControl)) {
            throw new Refusal(Problem.of(
                    Kind.BAD_REQUEST, "The parameter " + name + " is one line of at most " + longest + " characters."));
        }
        return given.strip();
    }
}
