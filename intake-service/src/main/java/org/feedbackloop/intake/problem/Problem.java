package org.feedbackloop.intake.problem;

import java.util.List;
import java.util.Locale;
import org.feedbackloop.event.v1.FeedbackRejected.FieldProblem;

/**
 * Why a request was not met, in the terms of RFC 9457.
 *
 * @param detail a sentence for the caller; never quotes what a customer said
 * @param invalidParams which fields or headers are to be mended, and how
 */
public record Problem(Kind kind, String detail, List<FieldProblem> invalidParams) {

    /** The client of the broker reconnects within about a second; sooner than this is a waste of both sides' time. */
    public static final int RETRY_AFTER_SECONDS = 2;

    /** What a caller can tell apart by machine. The names are public: they stand in {@code type} and in metrics. */
    public enum Kind {
        MALFORMED_BODY(400, "The body cannot be read"),
        INVALID_FEEDBACK(400, "Some fields are not as they must be"),
        INVALID_HEADER(400, "A header is not as it must be"),
        BAD_REQUEST(400, "The request cannot be understood"),
        NOT_FEEDBACK(400, "This is no feedback"),
        UNKNOWN_KEY(401, "No valid API key"),
        NOT_AUTHENTIC(401, "The signature does not fit"),
        CHANNEL_NOT_ALLOWED(403, "The API key does not cover this channel"),
        ORIGIN_NOT_ALLOWED(403, "No page of that origin may call this address"),
        NOT_FOUND(404, "There is nothing at this address"),
        METHOD_NOT_ALLOWED(405, "The address does not take this method"),
        NOT_ACCEPTABLE(406, "The answer cannot be given in an accepted media type"),
        TOO_LARGE(413, "The body is too large"),
        UNSUPPORTED_MEDIA_TYPE(415, "The body is of a media type that is not taken here"),
        IDEMPOTENCY_KEY_REUSED(422, "The Idempotency-Key was used for another body"),
        TOO_MANY(429, "Too much has come in too short a time"),
        UNEXPECTED(500, "Something went wrong on our side"),
        BUSY(503, "Too much is coming in at once"),
        NOT_ACKNOWLEDGED(503, "The feedback could not be kept for now");

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

        /** As it stands in {@code type} and in metrics, for example {@code invalid-feedback}. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Problem {
        invalidParams = List.copyOf(invalidParams);
    }

    public static Problem of(Kind kind, String detail) {
        return new Problem(kind, detail, List.of());
    }

    public static Problem malformedBody(String detail) {
        return of(Kind.MALFORMED_BODY, detail);
    }

    public static Problem invalidFeedback(List<FieldProblem> fields) {
        return new Problem(Kind.INVALID_FEEDBACK, "See invalidParams for each field that is to be mended.", fields);
    }

    public static Problem invalidHeader(String name, String reason) {
        return new Problem(
                Kind.INVALID_HEADER,
                "The header " + name + " is to be mended.",
                List.of(new FieldProblem(name, reason)));
    }

    public int status() {
        return kind.status();
    }
}
