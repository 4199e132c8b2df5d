package org.feedbackloop.routing.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.feedbackloop.routing.rules.RulesRefused;
import org.jspecify.annotations.Nullable;

/**
 * Why a request was not met, in the terms of RFC 9457.
 *
 * @param detail a sentence for the caller
 * @param invalidParams which of the caller's values are to be mended, and how
 */
public record Problem(Kind kind, String detail, List<InvalidParam> invalidParams) {

    /** What a caller can tell apart by machine. The names are public: they stand in {@code type}. */
    public enum Kind {
        BAD_REQUEST(400, "The request cannot be understood"),
        INVALID_STATEMENT(400, "The body is no feedback"),
        UNAUTHORIZED(401, "A key is needed for this"),
        FORBIDDEN(403, "This is not open to anybody"),
        NOT_FOUND(404, "There is nothing at this address"),
        METHOD_NOT_ALLOWED(405, "The address does not take this method"),
        NOT_ACCEPTABLE(406, "The answer cannot be given in an accepted media type"),
        RULES_HAVE_CHANGED(412, "The rules are not those that the request speaks of"),
        TOO_LARGE(413, "The body is too large"),
        UNSUPPORTED_MEDIA_TYPE(415, "The body is of a media type that is not taken here"),
        INVALID_RULES(422, "The rules have something wrong in them"),
        IF_MATCH_IS_MISSING(428, "The request must say which rules it speaks of"),
        TOO_MANY_AT_ONCE(429, "Others are being served"),
        UNEXPECTED(500, "Something went wrong on our side"),
        UNAVAILABLE(503, "Something that is needed for this is away");

        private final int status;
        private final String title;

        Kind(int status, String title) {
            this.status = status;
            this.title = title;
        }

        public int status() {
            return status;
        }

        public String title() {
            return title;
        }

        /** As it stands in {@code type}, for example {@code not-found}. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * @param name its path in the body; empty for the body as a whole
     * @param line of a body that people write by hand; the first is 1
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record InvalidParam(
            String name, String reason, @Nullable Integer line) {}

    public Problem {
        invalidParams = List.copyOf(invalidParams);
    }

    public static Problem of(Kind kind, String detail) {
        return new Problem(kind, detail, List.of());
    }

    public static Problem invalidStatement(String name, String reason) {
        return new Problem(
                Kind.INVALID_STATEMENT,
                "A value is not as it must be; nothing was decided.",
                List.of(new InvalidParam(name, reason, null)));
    }

    /** Of a rules document, with all that is wrong in it as far as it was read. */
    public static Problem invalidRules(RulesRefused refused) {
        int count = refused.problems().size();
        return new Problem(
                Kind.INVALID_RULES,
                count == 1
                        ? "One thing is wrong; nothing was changed."
                        : count + " things are wrong; nothing was changed.",
                refused.problems().stream()
                        .map(problem -> new InvalidParam(problem.path(), problem.reason(), problem.line()))
                        .toList());
    }
}
