package org.feedbackloop.notification.problem;

import java.util.List;
import java.util.Locale;

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
        INVALID_ID(400, "An id is not as it must be"),
        NOT_FOUND(404, "There is nothing at this address"),
        METHOD_NOT_ALLOWED(405, "The address does not take this method"),
        NOT_ACCEPTABLE(406, "The answer cannot be given in an accepted media type"),
        UNSUPPORTED_MEDIA_TYPE(415, "The body is of a media type that is not taken here"),
        UNEXPECTED(500, "Something went wrong on our side"),
        DATABASE_AWAY(503, "The follow-ups cannot be read for now");

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

    public record InvalidParam(String name, String reason) {}

    public Problem {
        invalidParams = List.copyOf(invalidParams);
    }

    public static Problem of(Kind kind, String detail) {
        return new Problem(kind, detail, List.of());
    }

    public static Problem invalidId(String name) {
        return new Problem(
                Kind.INVALID_ID,
                "The path names something by an id that is none.",
                List.of(new InvalidParam(name, "is not a UUID")));
    }
}
