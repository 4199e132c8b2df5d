package org.feedbackloop.routing.edition;

import java.util.Arrays;
import java.util.List;
import org.feedbackloop.routing.problem.Problem;
import org.feedbackloop.routing.problem.Problem.Kind;
import org.feedbackloop.routing.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** Which rules a caller has seen, and so may replace: the header {@code If-Match} of RFC 9110. */
record IfMatch(List<String> tags) {

    private static final String ANY = "*";

    /** @throws Refusal if there is none */
    static IfMatch of(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw new Refusal(Problem.of(
                    Kind.IF_MATCH_IS_MISSING,
                    "Send If-Match with the ETag of the rules that yours shall replace, as GET /v1/rules gives it."));
        }
        return new IfMatch(
                Arrays.stream(header.split(",", -1)).map(String::strip).toList());
    }

    boolean admits(String version) {
        return tags.contains(ANY) || tags.contains('"' + version + '"');
    }
}
